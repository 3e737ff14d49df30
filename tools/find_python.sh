#!/bin/sh
# Print a Python that can make the virtual environment, or say what is missing.
set -u

is_new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
without_venv=

for name in ${PYTHON:+"$PYTHON"} python3.11 python3 python3.12 python3.13 python3.14; do
    "$name" -c "$is_new_enough" >/dev/null 2>&1 || continue
    # Debian and Ubuntu keep these two modules in a package of their own
    if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$name"
        exit 0
    fi
    without_venv=${without_venv:-$name}
done

if [ -n "$without_venv" ]; then
    echo "error: $without_venv comes without its venv module" >&2
    echo "  = help: on Debian or Ubuntu run \`apt-get install python3-venv\`, then try again" >&2
else
    echo "error: no Python 3.11 or newer here" >&2
    echo "  = help: install one, or name it: \`make PYTHON=/path/to/python3 serve\`" >&2
fi
exit 1
