#!/bin/sh
# Creates the namespace of the product unless it exists. admin-cli setup does the rest.
set -eu

temporal operator namespace describe --namespace box-qc >/dev/null 2>&1 ||
  temporal operator namespace create --namespace box-qc --retention 30d
