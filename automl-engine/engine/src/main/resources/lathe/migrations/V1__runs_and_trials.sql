-- Index over the files of runs/. It may be deleted at any time and is rebuilt from them.

CREATE TABLE experiments (
    id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    target CHARACTER VARYING NOT NULL,
    task   CHARACTER VARYING(16) NOT NULL,
    UNIQUE (target, task)
);

CREATE TABLE runs (
    id         CHARACTER VARYING(64) PRIMARY KEY,
    experiment BIGINT NOT NULL REFERENCES experiments (id),
    status     CHARACTER VARYING(16) NOT NULL,
    started    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    ended      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    best       CHARACTER VARYING NOT NULL,
    stamp      CHARACTER VARYING NOT NULL
);

CREATE INDEX runs_by_start ON runs (started);

CREATE TABLE trials (
    run         CHARACTER VARYING(64) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    trial       INTEGER NOT NULL,
    learner     CHARACTER VARYING NOT NULL,
    status      CHARACTER VARYING(16) NOT NULL,
    score       DOUBLE PRECISION,
    fit_seconds DOUBLE PRECISION,
    record      CHARACTER LARGE OBJECT NOT NULL,
    PRIMARY KEY (run, trial)
);

CREATE TABLE metrics (
    run         CHARACTER VARYING(64) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    kind        CHARACTER VARYING(16) NOT NULL,
    metric      CHARACTER VARYING(64) NOT NULL,
    score       DOUBLE PRECISION NOT NULL,
    lower_end   DOUBLE PRECISION NOT NULL,
    upper_end   DOUBLE PRECISION NOT NULL,
    level       DOUBLE PRECISION NOT NULL,
    judged_rows INTEGER NOT NULL,
    PRIMARY KEY (run, position)
);

CREATE INDEX metrics_by_score ON metrics (metric, score);
