#!/bin/sh
# Creates or updates Temporal's two databases on PostgreSQL. Safe to repeat.
set -eu

schema() {
  database=$1
  directory=$2
  sql() { temporal-sql-tool --plugin postgres12 --endpoint postgresql --port 5432 --user temporal --database "$database" "$@"; }
  sql create || true
  # Both fail where they ran before; the update then shows whether the database exists.
  sql setup-schema --version 0.0 || true
  sql update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$directory/versioned"
}

schema temporal temporal
schema temporal_visibility visibility
