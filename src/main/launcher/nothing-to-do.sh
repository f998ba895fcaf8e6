# Whether a commit or a merge is none of migtrue's business, asked of git alone: the launcher reads this before it starts
# Java for a hook. It ends the process where git can vouch that a full run would have nothing to say, and comes back
# wherever anything is unclear. What it goes by is what the last full run left in git's folder: where migrations lie, and
# by which names they are detected. If working tree, index and HEAD agree in all of that, and it is what it was then,
# the full run would find the same folders and nothing going on in them. POSIX shell, and no program but git and grep.

# Patterns are git's business here, and unquoted variables are words that are meant to fall apart.
set -f

# What was remembered by another build may mean something else.
build='@build@'
newline='
'
usual=$IFS

# Asks git, which is to take no lock, to start no program of the user's, and to trust time stamps no more than it must.
ask() {
  GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 git -c core.fsmonitor=false -c core.checkStat=default \
    -c core.trustctime=true -c core.ignoreStat=false "$@" </dev/null 2>/dev/null
}

# Whether git and the full run would look at the same things in the same way. CI systems and pre-commit name a base, or
# a range in place of the index; the other variables make git read patterns differently.
is_ordinary() {
  [ -z "${MIGTRUE_FULL-}" ] &&
    [ -z "${GITHUB_BASE_REF-}${CI_MERGE_REQUEST_TARGET_BRANCH_NAME-}${CI_MERGE_REQUEST_DIFF_BASE_SHA-}" ] &&
    [ -z "${SYSTEM_PULLREQUEST_TARGETBRANCH-}${BITBUCKET_PR_DESTINATION_BRANCH-}" ] &&
    [ -z "${PRE_COMMIT_FROM_REF-}${PRE_COMMIT_TO_REF-}" ] &&
    [ -z "${GIT_LITERAL_PATHSPECS-}${GIT_GLOB_PATHSPECS-}${GIT_NOGLOB_PATHSPECS-}${GIT_ICASE_PATHSPECS-}" ]
}

# Finds the file of the memory, HEAD, and all else that detection depends on: the base branch, where HEAD left it, and
# the filters through which files come to the disk.
look_around() {
  found=$(ask rev-parse --git-path migtrue/hook --verify HEAD) || return 1
  memory=${found%"$newline"*}
  head=${found##*"$newline"}
  bases=$(ask for-each-ref --format='%(objectname)' \
    refs/remotes/origin/HEAD refs/remotes/origin/main refs/remotes/origin/master) || return 1
  forks=
  [ -z "$bases" ] || forks=$(ask merge-base --all HEAD "${bases%%"$newline"*}") || return 1
  filters=$(ask config --get-regexp '^filter\.') || [ $? -eq 1 ] || return 1
  # Words, whatever stood between them: the key is one line.
  set -- "$build" $bases / $forks / $filters
  key=$*
}

# Reads the memory: the key, the commit that was HEAD, and as git's patterns the places and the names that matter, one on
# each line, each part up to an empty line.
remember() {
  [ -f "$memory" ] && [ -r "$memory" ] || return 1
  {
    IFS= read -r known && [ "$known" = "$key" ] && IFS= read -r judged || return 1
    places=
    while IFS= read -r place && [ -n "$place" ]; do
      places=$places$newline$place
    done
    names=
    while IFS= read -r name && [ -n "$name" ]; do
      names=$names$newline$name
    done
    # A file that was cut off does not end so.
    IFS= read -r ending && [ "$ending" = end ]
  } <"$memory"
}

# Whether HEAD has in all of these what it had when they were remembered.
is_still_so() {
  [ "$judged" = "$head" ] || ask diff-tree -r --quiet "$judged" "$head" -- "$@"
}

# Whether all that git tells in these lines is folders ignored as a whole that a full run would not look into either.
is_passed_by() {
  while IFS= read -r line; do
    case $line in
      '!! '*/ | '!! '*/\") ;;
      *) return 1 ;;
    esac
    folder=${line%\"}
    folder=${folder%/}
    folder=${folder#'!! '}
    folder=${folder#\"}
    case ${folder##*/} in
      alembic | changelog | changelogs | db | ddl | flyway) return 1 ;;
      liquibase | migrate | migration | migrations | sql | versions) return 1 ;;
    esac
  done
}

# Whether nothing in these is staged, changed, untracked, or ignored by itself.
is_unchanged() {
  changes=$(ask status --porcelain --untracked-files=all --ignored=matching --no-renames --ignore-submodules=dirty \
    -- "$@") || return 1
  [ -z "$changes" ] || printf '%s\n' "$changes" | is_passed_by || return 1
  # Files at which git was told not to look: skip-worktree, assume-unchanged.
  { ask ls-files -v -- "$@" || echo S; } | LC_ALL=C grep -q '^[a-zS]'
  [ $? -eq 1 ]
}

# Whether nothing at all lies in these places that git does not track.
is_complete() {
  [ $# -eq 2 ] || { left=$(ask ls-files --others -- "$@") && [ -z "$left" ]; }
}

has_nothing_to_do() {
  is_ordinary && look_around || return 1
  # Neither is ever a migration, and the first lies beside those of every Python project.
  set -- ':(top,exclude,icase)*.pyc' ':(top,exclude,glob)**/.DS_Store'
  if remember && IFS=$newline && is_still_so $places $names "$@"; then
    is_complete $places "$@" && is_unchanged $places $names "$@"
  else
    # The full run is asked to leave a better one.
    export MIGTRUE_MEMORY="$memory" MIGTRUE_MEMORY_KEY="$key"
    false
  fi
}

if has_nothing_to_do; then
  exit 0
fi
IFS=$usual
