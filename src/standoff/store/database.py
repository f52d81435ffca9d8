"""Opening a store: its schema, its migrations, and what is said when it cannot be opened."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from standoff.errors import UsageError

VERSION = 2
Config = dict[str, str | bool | int | float | list[str]]
_HERE = Path(__file__).parent
_HOLDER = re.compile(r"held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")
# A commit that the disk refuses is a TransactionException, whatever else it might be called.
_DISK_ERRORS = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)
_STATEMENT_ERRORS = (
    duckdb.ProgrammingError,
    duckdb.DataError,
    duckdb.InvalidInputException,
    duckdb.NotSupportedError,
    duckdb.PermissionException,
)


class StoreError(UsageError):
    """A store that cannot be opened, read or written."""


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Return a connection to a store; the schema is looked at by the caller."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false"
    }
    if not read_only:
        # The writer must stay small beside the parsers however long the corpus.
        config |= {"memory_limit": "64MB", "threads": 1}
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as error:
        raise StoreError(_why_not_opened(path, str(error))) from error
    connection.execute("SET enable_progress_bar = false")  # it would write on any output
    return connection


def _why_not_opened(path: Path, message: str) -> str:
    holder = _HOLDER.search(message)
    if holder is not None:
        return (
            f"{path} is being written by process {holder['pid']} ({holder['program']}): "
            "wait until it ends, or stop it (a finished report is never lost)"
        )
    if "different configuration" in message:
        return f"{path} is already open in this process"
    if "not a valid DuckDB database" in message:
        return f"{path} is not a store: give a file that `standoff run --store` made"
    if "Could not read enough bytes" in message or "Corrupt" in message:
        return f"{path} is damaged ({_first_line(message)}): restore it, or run into a new file"
    return f"{path} cannot be opened: {_first_line(message)}"


def _first_line(message: str) -> str:
    return message.splitlines()[0].split("Error: ", 1)[-1]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the disk does to an open store into an error that says so."""
    try:
        yield
    except _DISK_ERRORS as error:
        if "Could not read enough bytes" in str(error):
            raise StoreError(_why_not_opened(path, str(error))) from error
        raise StoreError(f"{path} cannot be written: {_first_line(str(error))}") from error


@contextmanager
def asked(sql: str) -> Iterator[None]:
    """Turn a faulty query, or a damaged store, into an error that shows where it is wrong."""
    try:
        yield
    except duckdb.IOException as error:
        why = _first_line(str(error))
        raise StoreError(
            f"the store is damaged ({why}): restore it, or run into a new file"
        ) from error
    except _STATEMENT_ERRORS as error:
        raise UsageError(f"this query cannot be answered: {error}\n{sql}") from error


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Make all that is done inside visible at once, or none of it."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        connection.execute("ROLLBACK")
    except duckdb.Error:
        return  # a failed commit has ended the transaction already; the first error is told


def version_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int | None:
    """Return the schema version, none for a new file; `StoreError` for a file of others."""
    tables = _table_names(connection)
    if not tables:
        return None
    if "schema_version" not in tables:
        raise StoreError(f"{path} is a DuckDB file, but not a store of Standoff")
    row = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    version = int(row[0]) if row and row[0] is not None else 0
    if version > VERSION:
        raise StoreError(
            f"{path} has version {version}, made by a newer Standoff; this one knows {VERSION}"
        )
    return version


def _table_names(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
    )
    return {str(name) for (name,) in rows.fetchall()}


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Make the tables of a new store, or migrate those of an older one; then the views."""
    version = version_of(connection, path)
    with told(path), transaction(connection):
        if version is None:
            connection.execute(_sql("schema.sql"))
            version = VERSION
        for number in range(version + 1, VERSION + 1):
            connection.execute(_sql(f"migrations/{number:03}.sql"))
            connection.execute("UPDATE schema_version SET version = ?", [number])
        connection.execute(_sql("views.sql"))


def _sql(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


class Inserts:
    """Inserts rows given as JSON lists; each table's statement is planned once.

    Planning costs more than inserting a report's rows, and a statement with parameters is
    planned anew each time. So the JSON goes in as a literal: a quote is doubled, and JSON
    itself escapes what else could end it.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        for table, columns in _columns(connection).items():
            connection.execute(_prepared(table, columns))

    def into(self, table: str, rows: str) -> None:
        """Insert a JSON list of rows; a column that a row leaves out is unknown."""
        literal = rows.replace("'", "''")
        self._connection.execute(f"EXECUTE insert_{table}('{literal}')")


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[str, str]]]:
    rows = connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = current_database() AND table_name IN "
        "(SELECT table_name FROM duckdb_tables()) ORDER BY table_name, column_index"
    ).fetchall()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in rows:
        tables.setdefault(table, []).append((column, kind))
    return tables


def _prepared(table: str, columns: list[tuple[str, str]]) -> str:
    shape = ", ".join(f'"{name}": {_shape(kind)}' for name, kind in columns)
    names = ", ".join(f'row."{name}"' for name, _ in columns)
    return (
        f"PREPARE insert_{table} AS INSERT INTO {table} SELECT {names} FROM "
        f"(SELECT unnest(from_json($1::VARCHAR, '[{{{shape}}}]')) AS row)"
    )


def _shape(kind: str) -> str:
    return f"[{_shape(kind[:-2])}]" if kind.endswith("[]") else f'"{kind}"'
