"""From a course folder to a course and findings: one file for each file or folder that authors write."""
