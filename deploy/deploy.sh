#!/usr/bin/env bash
# Deploys a release on this server:
#
#   deploy.sh dev [REF]        the newest commit of REF (default: main)
#   deploy.sh prod vX.Y.Z      a tag that is part of main
#   deploy.sh rollback         back to the release before the current one
#
# Options: --dry-run prints the steps and changes no release, link or service. It fetches into the repository and
# takes the lock of a deploy.
#
# The release is built beside the running one, prepares Temporal (admin-cli setup), is checked by admin-cli doctor,
# and switched with one rename. When a service does not become ready, the former release comes back by itself. Runs
# in progress continue. With QC_WORKER_VERSIONING=true Temporal gives them to the new worker once it is ready.
#
# Exit codes: 0 deployed, 1 failed before the switch (nothing changed), 2 usage, 9 rolled back.
set -euo pipefail

root=${DEPLOY_ROOT:-/opt/box-qc}
env_file=${DEPLOY_ENV_FILE:-/etc/box-qc/box-qc.env}
ready_seconds=${DEPLOY_READY_SECONDS:-120}
keep=5
units=(box-qc-gateway box-qc-worker box-qc-pages)
dry_run=no

usage() {
  sed -n '2,/^# Exit codes/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

say() { printf '%s\n' "$*"; }

die() {
  printf 'deploy.sh: %s\n' "$*" >&2
  exit 1
}

# Runs a command, or prints it with --dry-run.
run() {
  if [[ $dry_run == yes ]]; then
    say "would run: $*"
  else
    "$@"
  fi
}

main() {
  local arguments=()
  local argument
  for argument in "$@"; do
    case $argument in
      --dry-run) dry_run=yes ;;
      -*) usage ;;
      *) arguments+=("$argument") ;;
    esac
  done
  local kind=${arguments[0]:-}
  local ref=${arguments[1]:-}
  [[ ${#arguments[@]} -le 2 ]] || usage
  case $kind in
    dev) deploy_dev "${ref:-main}" ;;
    prod)
      [[ $ref =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || {
        printf 'deploy.sh: prod takes a tag such as v1.2.0, got "%s"\n' "$ref" >&2
        exit 2
      }
      deploy_prod "$ref"
      ;;
    rollback) [[ -z $ref ]] || usage; lock && roll_back ;;
    *) usage ;;
  esac
}

deploy_dev() {
  lock
  fetch
  local commit
  commit=$(git -C "$root/repository" rev-parse --verify --quiet --short=12 "origin/$1^{commit}") ||
    die "there is no branch \"$1\" in $(git -C "$root/repository" remote get-url origin)"
  deploy "dev-$commit" "$commit"
}

deploy_prod() {
  lock
  fetch
  local commit
  commit=$(git -C "$root/repository" rev-parse --verify --quiet "refs/tags/$1^{commit}") ||
    die "there is no tag \"$1\": tag main and push the tag first"
  git -C "$root/repository" merge-base --is-ancestor "$commit" origin/main ||
    die "the tag $1 is not part of main: merge it first"
  deploy "$1" "$commit"
}

# One deploy at a time on this server.
lock() {
  [[ -d $root ]] || die "$root does not exist: docs/operations.md says how to set up a server"
  exec 9>"$root/.deploy.lock"
  flock --nonblock 9 || die "another deploy is running"
}

fetch() {
  git -C "$root/repository" fetch --quiet --tags --force --prune origin ||
    die "the repository in $root/repository cannot be fetched"
}

deploy() {
  local name=$1 commit=$2
  local release=$root/releases/$name
  if [[ $dry_run == yes ]]; then say "would deploy $name ($commit)"; else say "deploying $name ($commit)"; fi
  if [[ -e $release/.built ]]; then
    say "$name is built already"
  else
    build "$release" "$commit"
  fi
  check "$release"
  switch_to "$release"
  tidy
  if [[ $dry_run == yes ]]; then say "dry run: no release, link or service was changed; the repository was fetched"; else say "deployed $name"; fi
}

# Built in a folder of its own that gets its name when it is complete.
build() {
  local release=$1 commit=$2
  local unfinished=$release.unfinished
  if [[ $dry_run == yes ]]; then
    say "would build $commit in $release: npm ci, npm run build, npm prune --omit=dev"
    return
  fi
  rm -rf "$unfinished" "$release"
  mkdir -p "$unfinished"
  git -C "$root/repository" archive "$commit" | tar -x -C "$unfinished"
  (
    cd "$unfinished" && npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --no-audit --no-fund
  ) || die "the build failed; the current release is unchanged"
  printf 'QC_BUILD_ID=%s\n' "${release##*/}" >"$unfinished/release.env"
  touch "$unfinished/.built"
  mv -T "$unfinished" "$release"
}

# The new code with this server's settings, before the switch. Only what a start needs: a release that repairs the rest
# has to be deployable, and so has the first one. Doctor says what is missing when setup may not add it.
check() {
  local release=$1
  admin_cli "$release" setup || say "setup did not finish"
  admin_cli "$release" doctor --before-start || die "doctor found a problem; the current release is unchanged"
}

admin_cli() {
  local release=$1
  shift
  run node --env-file="$env_file" "$release/dist/admin-cli/main.js" "$@"
}

switch_to() {
  local release=$1
  local before
  before=$(readlink "$root/current" || true)
  point_to "$release"
  if restart && wait_until_ready && give_runs_to "$release"; then
    if [[ $dry_run == no && -n $before && $before != "$release" ]]; then
      printf '%s\n' "$before" >"$root/.previous"
    fi
    return
  fi
  [[ -n $before ]] || die "the services are not ready, and there is no former release"
  printf 'deploy.sh: the services are not ready, going back to %s\n' "${before##*/}" >&2
  point_to "$before"
  restart || true
  if wait_until_ready && give_runs_to "$before"; then
    printf 'deploy.sh: rolled back to %s\n' "${before##*/}" >&2
  else
    printf 'deploy.sh: %s is not ready either\n' "${before##*/}" >&2
  fi
  exit 9
}

roll_back() {
  local before
  before=$(cat "$root/.previous" 2>/dev/null) || die "there is no former release to go back to"
  [[ -e $before/.built ]] || die "the former release $before is not there any more"
  switch_to "$before"
  if [[ $dry_run == yes ]]; then say "dry run: no release, link or service was changed"; else say "rolled back to ${before##*/}"; fi
}

# A rename replaces the link at once: no process ever sees it missing.
point_to() {
  run ln -sfn "$1" "$root/current.new"
  run mv -T "$root/current.new" "$root/current"
}

# Only what runs here: gateway, worker and pages may live on different servers.
restart() {
  local unit
  for unit in "${units[@]}"; do
    if systemctl is-enabled --quiet "$unit"; then
      run systemctl restart "$unit" || return 1
    fi
  done
}

wait_until_ready() {
  local unit deadline=$((SECONDS + ready_seconds))
  for unit in "${units[@]}"; do
    systemctl is-enabled --quiet "$unit" || continue
    if [[ $dry_run == yes ]]; then
      say "would wait for $unit: $(readiness_url "$unit")"
      continue
    fi
    until curl --silent --fail --max-time 5 --output /dev/null "$(readiness_url "$unit")"; do
      [[ $SECONDS -lt $deadline ]] || { printf 'deploy.sh: %s is not ready: journalctl -u %s\n' "$unit" "$unit" >&2; return 1; }
      sleep 1
    done
    say "$unit is ready"
  done
}

# With Worker Versioning a ready worker gets no run before its build is current. The release that is switched to
# sets it, so a release without this command cannot be used with Worker Versioning.
give_runs_to() {
  local release=$1
  [[ $(setting QC_WORKER_VERSIONING false) == true ]] || return 0
  systemctl is-enabled --quiet box-qc-worker || return 0
  admin_cli "$release" builds set-current "${release##*/}"
}

readiness_url() {
  case $1 in
    box-qc-gateway) printf 'http://127.0.0.1:%s/readyz' "$(setting GATEWAY_PORT 8080)" ;;
    box-qc-worker) printf 'http://127.0.0.1:%s/readyz' "$(setting WORKER_HEALTH_PORT 9091)" ;;
    box-qc-pages) printf 'http://127.0.0.1:%s/healthz' "$(setting PAGES_PORT 8090)" ;;
  esac
}

# The value of a variable in the environment file, or the default.
setting() {
  local value
  value=$(sed -n "s/^$1=//p" "$env_file" | tail -n 1)
  printf '%s' "${value:-$2}"
}

# Keeps the newest releases, and always the current and the former one.
tidy() {
  local release
  while IFS= read -r release; do
    [[ $release != "$(readlink "$root/current")" && $release != "$(cat "$root/.previous" 2>/dev/null)" ]] || continue
    run rm -rf "$release"
  done < <(find "$root/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' 2>/dev/null |
    sort -rn | tail -n "+$((keep + 1))" | cut -d ' ' -f 2-)
}

main "$@"; exit
