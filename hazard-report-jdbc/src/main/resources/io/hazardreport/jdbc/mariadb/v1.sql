create table if not exists {p}event (
    unit_id varchar(40) not null,
    stream_kind varchar(20) not null,
    stream_id char(36) not null,
    seq bigint not null,
    type varchar(60) not null,
    type_version integer not null,
    occurred_at datetime(3) not null,
    recorded_at datetime(3) not null,
    actor varchar(120) not null,
    role varchar(60) not null,
    scheme_version varchar(120) not null,
    from_state varchar(60) not null,
    to_state varchar(60) not null,
    request_id varchar(120) not null,
    payload longtext not null,
    hash char(64) not null,
    constraint {p}event_pk primary key (unit_id, stream_kind, stream_id, seq),
    index {p}event_occurred (unit_id, stream_kind, occurred_at)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}sealed (
    unit_id varchar(40) not null,
    owner_id char(36) not null,
    kind varchar(20) not null,
    ordinal integer not null,
    person_key varchar(64) not null,
    pseudonym varchar(120) not null,
    format integer not null,
    key_id varchar(120) not null,
    wrapped_key mediumblob not null,
    nonce mediumblob not null,
    ciphertext mediumblob,
    constraint {p}sealed_pk primary key (unit_id, owner_id, kind, ordinal),
    index {p}sealed_person (unit_id, kind, person_key)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}claim (
    unit_id varchar(40) not null,
    claim_key varchar(250) not null,
    stream_id char(36) not null,
    version bigint not null,
    constraint {p}claim_pk primary key (unit_id, claim_key)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}counter (
    unit_id varchar(40) not null,
    limit_code varchar(120) not null,
    period varchar(20) not null,
    subject varchar(120) not null,
    used bigint not null,
    version bigint not null,
    constraint {p}counter_pk primary key (unit_id, limit_code, period, subject)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}entry (
    unit_id varchar(40) not null,
    award_id char(36) not null,
    kind varchar(20) not null,
    round_no integer not null,
    line_no integer not null,
    fund_source varchar(120) not null,
    budget_year integer not null,
    fen bigint not null,
    coordinated_fen bigint not null,
    booked_at datetime(3) not null,
    reference varchar(120) not null,
    constraint {p}entry_pk primary key (unit_id, award_id, kind, round_no),
    index {p}entry_budget (unit_id, budget_year, booked_at)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}report (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    receipt varchar(120),
    kind varchar(120),
    source varchar(120),
    channel varchar(120),
    item varchar(120),
    hazard_class varchar(120),
    grade varchar(120),
    tier varchar(120),
    suspected_major boolean,
    branch varchar(120),
    job_role varchar(120),
    employment varchar(120),
    department varchar(120),
    reporters bigint,
    submitted_at datetime(3),
    shift varchar(120),
    admitted_at datetime(3),
    confirmed_at datetime(3),
    closed_at datetime(3),
    ended_at datetime(3),
    recheck_rounds bigint,
    danger boolean,
    fixed_on_spot boolean,
    suggestion boolean,
    suggestion_adopted boolean,
    imported boolean,
    claimed_state varchar(120),
    duplicate_of varchar(36),
    part_of varchar(36),
    decisions bigint,
    main_duty varchar(120),
    main_assignee varchar(120),
    main_due datetime(3),
    open_duties bigint,
    next_due datetime(3),
    constraint {p}report_pk primary key (unit_id, id),
    index {p}report_receipt (unit_id, receipt),
    index {p}report_due (unit_id, open_duties, next_due)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}award (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    report_id varchar(36),
    decision bigint,
    rule_code varchar(120),
    component varchar(120),
    ordinal bigint,
    pseudonym varchar(120),
    person_key varchar(64),
    amount_fen bigint,
    coordinated_fen bigint,
    units bigint,
    fund_source varchar(120),
    title varchar(120),
    route varchar(120),
    reason varchar(120),
    round_no bigint,
    proposed_at datetime(3),
    approved_at datetime(3),
    paid_at datetime(3),
    ended_at datetime(3),
    main_duty varchar(120),
    main_assignee varchar(120),
    main_due datetime(3),
    open_duties bigint,
    next_due datetime(3),
    constraint {p}award_pk primary key (unit_id, id),
    index {p}award_report (unit_id, report_id),
    index {p}award_due (unit_id, open_duties, next_due)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}decision (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    report_id varchar(36),
    total_fen bigint,
    decided_at datetime(3),
    constraint {p}decision_pk primary key (unit_id, id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}batch (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    batch_no varchar(120),
    gathered_at datetime(3),
    line_count bigint,
    gross_fen bigint,
    constraint {p}batch_pk primary key (unit_id, id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}scheme (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    version_code varchar(120),
    valid_from datetime(3),
    loaded_at datetime(3),
    constraint {p}scheme_pk primary key (unit_id, id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}roster (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    shifts bigint,
    until_at datetime(3),
    constraint {p}roster_pk primary key (unit_id, id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;

create table if not exists {p}channel_test (
    unit_id varchar(40) not null,
    id char(36) not null,
    version bigint not null,
    head_hash char(64) not null,
    state varchar(60) not null,
    body longtext not null,
    tests bigint,
    last_at datetime(3),
    constraint {p}channel_test_pk primary key (unit_id, id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_bin;
