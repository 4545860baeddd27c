BEGIN TRANSACTION;
CREATE TABLE account (
	platform VARCHAR(16) NOT NULL, 
	user VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (platform, user), 
	CONSTRAINT fk_account_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "account" VALUES('test','ana',1);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	area VARCHAR(32) NOT NULL, 
	chosen INTEGER NOT NULL, 
	correct BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	day DATE NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT uq_attempt_round_id_number UNIQUE (round_id, number), 
	CONSTRAINT fk_attempt_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attempt_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
);
INSERT INTO "attempt" VALUES(1,1,1,1,'anes-0001','anesthesia',2,1,'2026-11-22 13:35:00.000000','2026-11-22');
CREATE TABLE daily_question (
	day DATE NOT NULL, 
	track VARCHAR(16) NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_daily_question PRIMARY KEY (day, track)
);
CREATE TABLE learner (
	id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	push_minute INTEGER NOT NULL, 
	daily BOOLEAN DEFAULT 0 NOT NULL, 
	exam_on DATE, 
	pace VARCHAR(8), 
	next_push_at DATETIME, 
	next_push_day DATE, 
	pushed_on DATE, 
	CONSTRAINT pk_learner PRIMARY KEY (id)
);
INSERT INTO "learner" VALUES(1,'2026-11-20 14:00:00.000000','America/Chicago',450,1,'2027-03-15','part','2026-11-23 13:30:00.000000','2026-11-23','2026-11-22');
CREATE TABLE post (
	id INTEGER NOT NULL, 
	"key" VARCHAR(96) NOT NULL, 
	learner_id INTEGER, 
	platform VARCHAR(16) NOT NULL, 
	user VARCHAR(64), 
	room VARCHAR(64), 
	reply JSON NOT NULL, 
	state VARCHAR(8) DEFAULT 'pending' NOT NULL, 
	due_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	lease_until DATETIME, 
	tries INTEGER DEFAULT '0' NOT NULL, 
	error TEXT, 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT uq_post_key UNIQUE ("key"), 
	CONSTRAINT fk_post_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "post" VALUES(1,'daily:1:2026-11-23',1,'test','ana',NULL,'{"text": "Today''s question", "choices": [["A", "/answer 2 1 A", null]], "about": ["daily/2026-11-23"], "facts": {"kind": "daily"}}','pending','2026-11-23 13:30:00.000000','2026-11-24 06:00:00.000000',NULL,0,NULL);
CREATE TABLE report (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	reason VARCHAR(16) NOT NULL, 
	remark TEXT, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_report PRIMARY KEY (id), 
	CONSTRAINT fk_report_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE round (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	area VARCHAR(32), 
	day DATE, 
	"plan" JSON NOT NULL, 
	number INTEGER NOT NULL, 
	open BOOLEAN DEFAULT 1 NOT NULL, 
	started_at DATETIME NOT NULL, 
	shown_at DATETIME NOT NULL, 
	CONSTRAINT pk_round PRIMARY KEY (id), 
	CONSTRAINT uq_round_learner_id_kind_day UNIQUE (learner_id, kind, day), 
	CONSTRAINT fk_round_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "round" VALUES(1,1,'daily',NULL,'2026-11-22','[["anes-0001", [2, 0, 3, 1]]]',1,1,'2026-11-22 13:30:00.000000','2026-11-22 13:30:00.000000');
CREATE TABLE search (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	"query" VARCHAR(200) NOT NULL, 
	codes JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_search PRIMARY KEY (id), 
	CONSTRAINT fk_search_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE INDEX ix_learner_next_push_at ON learner (next_push_at);
CREATE INDEX ix_account_learner_id ON account (learner_id);
CREATE INDEX ix_round_learner_id ON round (learner_id);
CREATE INDEX ix_attempt_learner_id ON attempt (learner_id);
CREATE INDEX ix_attempt_learner_id_day ON attempt (learner_id, day);
CREATE INDEX ix_report_learner_id ON report (learner_id);
CREATE INDEX ix_report_question ON report (question);
CREATE INDEX ix_search_learner_id ON search (learner_id);
CREATE INDEX ix_post_learner_id ON post (learner_id);
CREATE INDEX ix_post_state_due_at ON post (state, due_at);
COMMIT;
