namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>The tables of jobs, in SQL that SQLite and PostgreSQL read alike.</summary>
internal static class JobSchema
{
    public static IReadOnlyList<string> Statements { get; } =
    [
        """
        create table if not exists job_run (
            run_id text primary key,
            job text not null,
            rank integer not null,
            cause text not null,
            caused_by text,
            cause_key text unique,
            follows text,
            state text not null,
            queued bigint not null,
            not_before bigint,
            started bigint,
            ended bigint,
            node text,
            fence bigint,
            attempt integer not null,
            step text,
            progress text,
            progress_sv text,
            bytes bigint,
            rows_in bigint,
            rows_accepted bigint,
            files_refused bigint,
            vintages_made bigint,
            fault text,
            error text,
            error_sv text,
            cancel_asked integer not null)
        """,
        // One of a kind waits, and one of a kind runs, whatever the nodes do.
        "create unique index if not exists job_run_one_queued on job_run (job) where state = 'queued'",
        "create unique index if not exists job_run_one_running on job_run (job) where state = 'running'",
        "create index if not exists job_run_state on job_run (state, rank, queued)",
        "create index if not exists job_run_job on job_run (job, queued)",
        """
        create table if not exists job_step (
            run_id text not null references job_run (run_id) on delete cascade,
            number integer not null,
            attempt integer not null,
            name text not null,
            started bigint not null,
            ended bigint,
            progress text not null,
            progress_sv text,
            primary key (run_id, number))
        """,
        """
        create table if not exists job_line (
            run_id text not null references job_run (run_id) on delete cascade,
            number integer not null,
            time bigint not null,
            level text not null,
            step text,
            line text not null,
            line_sv text,
            primary key (run_id, number))
        """,
        """
        create table if not exists job_file (
            run_id text not null references job_run (run_id) on delete cascade,
            made integer not null,
            number integer not null,
            name text not null,
            hash text not null,
            primary key (run_id, made, number))
        """,
        // The one right to write lake, warehouse and runs. The fence grows with each holder, and never becomes smaller.
        "create table if not exists job_lease (name text primary key, holder text, fence bigint not null, until bigint not null)",
        "insert into job_lease (name, holder, fence, until) values ('writer', null, 0, 0) on conflict do nothing",
        "create table if not exists job_node (node text primary key, started bigint not null, seen bigint not null, program text not null)",
        "create table if not exists job_operator (name text primary key, password text not null, made bigint not null)",
    ];
}
