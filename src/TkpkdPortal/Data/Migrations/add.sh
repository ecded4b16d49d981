#!/usr/bin/env bash
# Adds one migration to both sets, so that nobody forgets the other: Data/Migrations/add.sh AddVisitFinding
set -euo pipefail
name=${1:?name of the migration: what changes for the office}
cd "$(dirname "$0")/../.."
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --context "${provider}PortalDbContext" --output-dir "Data/Migrations/$provider"
done
