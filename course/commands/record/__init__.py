"""`course record`: what a supervisor or a script does with the files that trainers export."""
