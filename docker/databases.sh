#!/bin/sh
# Run once by the Postgres image, on an empty volume: a role and a database for the hub and for each of the two ledgers, and
# the roles under which the ledgers run. The key store is a server of its own. Names and passwords are those of the addresses that the apps are given (letters, digits, - and _ only).
set -eu

part() { # scheme://ROLE:PASSWORD@host:port/DATABASE
  rest=$(cat "/run/secrets/$1")
  rest=${rest#*://}
  case $2 in
    role) echo "${rest%%:*}" ;;
    password) rest=${rest#*:}; echo "${rest%%@*}" ;;
    database) rest=${rest##*/}; echo "${rest%%\?*}" ;;
  esac
}

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v hub="$(part hub_database_url role)" -v hub_password="$(part hub_database_url password)" -v hub_database="$(part hub_database_url database)" \
  -v ledger="$(part ledger_database_url role)" -v ledger_password="$(part ledger_database_url password)" -v ledger_database="$(part ledger_database_url database)" \
  -v ledger_app="$(part ledger_app_database_url role)" -v ledger_app_password="$(part ledger_app_database_url password)" \
  -v keys="$(part key_ledger_database_url role)" -v keys_password="$(part key_ledger_database_url password)" -v keys_database="$(part key_ledger_database_url database)" \
  -v keys_app="$(part key_ledger_app_database_url role)" -v keys_app_password="$(part key_ledger_app_database_url password)" <<'SQL'
CREATE ROLE :"hub" LOGIN PASSWORD :'hub_password';
CREATE ROLE :"ledger" LOGIN PASSWORD :'ledger_password';
CREATE ROLE :"ledger_app" LOGIN PASSWORD :'ledger_app_password';
CREATE ROLE :"keys" LOGIN PASSWORD :'keys_password';
CREATE ROLE :"keys_app" LOGIN PASSWORD :'keys_app_password';
-- One session that hangs would hold up the horizon that the ledger is filled behind.
ALTER ROLE :"hub" SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE :"ledger_app" SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE :"keys_app" SET idle_in_transaction_session_timeout = '10s';
CREATE DATABASE :"hub_database" OWNER :"hub" TEMPLATE template0;
CREATE DATABASE :"ledger_database" OWNER :"ledger" TEMPLATE template0;
CREATE DATABASE :"keys_database" OWNER :"keys" TEMPLATE template0;
-- No role can even connect to a database of another part.
REVOKE ALL ON DATABASE :"hub_database" FROM PUBLIC;
REVOKE ALL ON DATABASE :"ledger_database" FROM PUBLIC;
REVOKE ALL ON DATABASE :"keys_database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"ledger_database" TO :"ledger_app";
GRANT CONNECT ON DATABASE :"keys_database" TO :"keys_app";
SQL
