"""Records as data for research: no names, no devices, no moments, no words of anyone, no small cells."""
