#!/usr/bin/env bash
# Deploys a release on this server:
#
#   deploy.sh dev [REF]        the newest commit of REF (default: main)
#   deploy.sh prod vX.Y.Z      a tag that is part of main
#   deploy.sh rollback         back to the release before the current one
#
# --dry-run prints the steps. It fetches into the repository, and changes no release, link or service.
#
# The release is built beside the running one, prepares Temporal (admin-cli setup), is checked by admin-cli
# doctor, and switched with one rename. When a service does not become ready, the former release comes back by
# itself. Runs in progress continue. With QC_WORKER_VERSIONING=true Temporal gives them to the new worker.
#
# Exit codes: 0 deployed, 1 failed before the switch (nothing changed) or no former release to return to,
# 2 usage, 9 rolled back.
set -euo pipefail
# The services read the release as another user.
umask 022

root=${DEPLOY_ROOT:-/opt/box-qc}
env_file=${DEPLOY_ENV_FILE:-/etc/box-qc/box-qc.env}
ready_seconds=${DEPLOY_READY_SECONDS:-120}
# systemctl restart waits for the stop (75 s at most) and for readiness. A worker may start for ever.
restart_seconds=${DEPLOY_RESTART_SECONDS:-$((75 + ready_seconds))}
keep=5
units=(box-qc-gateway box-qc-worker box-qc-pages)
dry_run=no
how_to_set_up='docs/operations.md says how to set up a server'

usage() {
  [[ $# == 0 ]] || warn "$1"
  sed -n '2,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

say() { printf '%s\n' "$*"; }
warn() { printf 'deploy.sh: %s\n' "$*" >&2; }
die() { warn "$*"; exit 1; }

# Runs a command, or prints it with --dry-run.
run() {
  if [[ $dry_run == yes ]]; then
    say "would run: $*"
  else
    "$@"
  fi
}

main() {
  local arguments=() argument
  for argument in "$@"; do
    case $argument in
      --dry-run) dry_run=yes ;;
      -*) usage ;;
      *) arguments+=("$argument") ;;
    esac
  done
  local kind=${arguments[0]:-} ref=${arguments[1]:-}
  [[ ${#arguments[@]} -le 2 ]] || usage
  case $kind in
    dev) deploy_dev "${ref:-main}" ;;
    prod)
      [[ $ref =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || usage "prod takes a tag such as v1.2.0, got \"$ref\""
      deploy_prod "$ref"
      ;;
    rollback) [[ -z $ref ]] || usage; lock && roll_back ;;
    *) usage ;;
  esac
}

deploy_dev() {
  fetch
  local commit
  commit=$(git -C "$root/repository" rev-parse --verify --quiet --short=12 "origin/$1^{commit}") ||
    die "there is no branch \"$1\" in $(git -C "$root/repository" remote get-url origin)"
  deploy "dev-$commit" "$commit"
}

deploy_prod() {
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
  local tool
  for tool in git node npm curl flock systemctl; do
    [[ -n $(type -P "$tool") ]] || die "$tool is not installed: $how_to_set_up"
  done
  [[ -r $env_file ]] || die "$env_file cannot be read: $how_to_set_up"
  [[ -d $root ]] || die "$root does not exist: $how_to_set_up"
  exec 9>"$root/.deploy.lock"
  flock --nonblock 9 || die "another deploy is running"
}

fetch() {
  lock
  git -C "$root/repository" fetch --quiet --tags --force --prune origin ||
    die "the repository in $root/repository cannot be fetched"
}

deploy() {
  local name=$1 commit=$2 release=$root/releases/$1
  [[ $dry_run == yes ]] || say "deploying $name ($commit)"
  if [[ -e $release/.built ]]; then
    # Releases that were built by a former version of this script have an empty file.
    [[ ! -s $release/.built || $(cat "$release/.built") == "$commit" ]] ||
      die "the tag $name has moved since it was built: give the new commit a tag of its own"
    say "$name is built already"
  else
    build "$release" "$commit"
  fi
  check "$release"
  switch_to "$release"
  tidy
  finish "deployed $name"
}

finish() {
  [[ $dry_run == no ]] || set -- 'dry run: no release, link or service was changed'
  say "$1"
}

# Built in a folder of its own that gets its name when it is complete.
build() {
  local release=$1 commit=$2 unfinished=$1.unfinished
  if [[ $dry_run == yes ]]; then
    say "would build $commit in $release: npm ci, npm run build, npm prune --omit=dev"
    return
  fi
  rm -rf "$unfinished" "$release"
  mkdir -p "$unfinished"
  git -C "$root/repository" archive "$commit" | tar -x -C "$unfinished"
  export NPM_CONFIG_AUDIT=false NPM_CONFIG_FUND=false
  (cd "$unfinished" && npm ci && npm run build && npm prune --omit=dev) ||
    die "the build failed; the current release is unchanged"
  printf 'QC_BUILD_ID=%s\n' "${release##*/}" >"$unfinished/release.env"
  printf '%s\n' "$commit" >"$unfinished/.built"
  mv -T "$unfinished" "$release"
}

# The new code with this server's settings, before the switch. Only what a start needs: the first release, and
# one that repairs the rest, must be deployable. Doctor says what is missing when setup may not add it.
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
  local release=$1 before former
  before=$(readlink "$root/current" || true)
  former=$(previous)
  # Before the switch, so that an interrupted deploy can be rolled back.
  [[ $before == "$release" ]] || remember "$before"
  point_to "$release"
  if restart && wait_until_ready && give_runs_to "$release"; then return; fi
  [[ -n $before ]] || die "the services are not ready, and there is no former release"
  warn "the services are not ready, going back to ${before##*/}"
  point_to "$before"
  remember "$former"
  restart || true
  if wait_until_ready && give_runs_to "$before"; then
    warn "rolled back to ${before##*/}"
  else
    warn "${before##*/} is not ready either"
  fi
  exit 9
}

remember() { [[ $dry_run == yes ]] || printf '%s\n' "$1" >"$root/.previous"; }
previous() { cat "$root/.previous" 2>/dev/null || true; }

roll_back() {
  local before
  before=$(previous)
  [[ -n $before ]] || die "there is no former release to go back to"
  [[ -e $before/.built ]] || die "the former release $before is not there any more"
  switch_to "$before"
  finish "rolled back to ${before##*/}"
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
    systemctl is-enabled --quiet "$unit" || continue
    run timeout --foreground "$restart_seconds" systemctl restart "$unit" || return 1
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
      [[ $SECONDS -lt $deadline ]] || { warn "$unit is not ready: journalctl -u $unit"; return 1; }
      sleep 1
    done
    say "$unit is ready"
  done
}

# With Worker Versioning a ready worker gets no run before its build is current. The release that is switched
# to sets it, so a release without this command cannot be used with Worker Versioning.
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

# The value of a variable in the environment file, without quotes, or the default.
setting() {
  local value
  value=$(sed -n "s/^\s*$1\s*=\s*//p" "$env_file" | tail -n 1 | tr -d "\"'[:space:]")
  printf '%s' "${value:-$2}"
}

# Keeps the newest releases, and always the current and the former one.
tidy() {
  local release
  while IFS= read -r release; do
    [[ $release != "$(readlink "$root/current")" && $release != "$(previous)" ]] || continue
    run rm -rf "$release"
  done < <(find "$root/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' 2>/dev/null |
    sort -rn | tail -n "+$((keep + 1))" | cut -d ' ' -f 2-)
}

main "$@"; exit
