# The words that the states of the matrix are told in. Everything happens in a work tree beside which there is room for other folders.

# A migration: its number, then those of its parents.
migration() {
  number=$1
  shift
  case $# in
    0) parents=None ;;
    1) parents="'$1'" ;;
    *) parents="($(printf "'%s', " "$@"))" ;;
  esac
  mkdir -p migrations/versions
  printf "revision = '%s'\ndown_revision = %s\n" "$number" "$parents" > "$(file "$number")"
}

file() {
  echo "migrations/versions/$1_step.py"
}

# Code that could need a migration.
code() {
  echo "${1-changed}" > app.txt
}

# Commits everything, whatever there is to say against it.
commit() {
  git add -A
  git commit -q --no-verify --allow-empty -m "${1-commit}"
}

# What every state starts from.
start() {
  code one
  printf '[alembic]\nscript_location = migrations\n' > alembic.ini
  migration 001
  : > migrations/env.py
  commit start
}

# A migration whose first and last lines can be staged one without the other: its number, its parent, the two values.
wide() {
  migration "$1" "$2"
  { echo "a = $3"; cat "$(file "$1")"; echo; echo; echo; echo; echo; echo; echo; echo; echo "b = $4"; } > wide.txt
  mv wide.txt "$(file "$1")"
}

# Changes on both sides to the same line of code: 'theirs' is a branch, here is main.
quarrel() {
  git checkout -q -b theirs
  code theirs
  commit theirs
  git checkout -q main
  code ours
  commit ours
}

# Installs the hooks once more, for the kind of repository that it has become.
installed() {
  "$MIGTRUE" hook install > ../installed.txt
}
