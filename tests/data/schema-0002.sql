BEGIN TRANSACTION;
CREATE TABLE account (
	platform VARCHAR(16) NOT NULL, 
	user VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, unreachable BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (platform, user), 
	CONSTRAINT fk_account_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "account" VALUES('test','ana',1,0);
INSERT INTO "account" VALUES('test','ben',2,0);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "attempt" VALUES(1,1,1,1,'musc-0128','musculoskeletal',3,0,'2026-11-20 15:05:00.000000','2026-11-20');
CREATE TABLE daily_question (
	day DATE NOT NULL, 
	track VARCHAR(16) NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_daily_question PRIMARY KEY (day, track)
);
INSERT INTO "daily_question" VALUES('2026-11-20','cpc','musc-0128');
INSERT INTO "daily_question" VALUES('2026-11-21','cpc','path-0118');
INSERT INTO "daily_question" VALUES('2026-11-22','cpc','card-0132');
INSERT INTO "daily_question" VALUES('2026-11-23','cpc','card-0111');
CREATE TABLE inbox (
	id INTEGER NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	update_id VARCHAR(64) NOT NULL, 
	state VARCHAR(8) DEFAULT 'new' NOT NULL, 
	at DATETIME NOT NULL, 
	user VARCHAR(64), 
	name VARCHAR(64), 
	room VARCHAR(64), 
	manager BOOLEAN, 
	text TEXT, 
	address JSON, 
	replies JSON, 
	CONSTRAINT pk_inbox PRIMARY KEY (id), 
	CONSTRAINT uq_inbox_platform_update_id UNIQUE (platform, update_id)
);
INSERT INTO "inbox" VALUES(1,'test','u-1','new','2026-11-23 14:05:00.000000','ana','',NULL,0,'E11.21','{"chat": 1}',NULL);
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
INSERT INTO "learner" VALUES(1,'2026-11-20 15:00:00.000000','America/Chicago',480,1,NULL,NULL,'2026-11-24 14:00:00.000000','2026-11-24','2026-11-23');
INSERT INTO "learner" VALUES(2,'2026-11-20 15:00:00.000000','America/New_York',540,1,NULL,NULL,'2026-11-24 14:00:00.000000','2026-11-24','2026-11-23');
CREATE TABLE link (
	digest VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (digest), 
	CONSTRAINT fk_link_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "link" VALUES('a05cc3e3a339bb93042ddd658ca0bb9ed1ed70435ee0ea98788b7ebec5e1e62b',1,'test','2026-11-22 15:10:00.000000');
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
	error TEXT, message VARCHAR(64), 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT uq_post_key UNIQUE ("key"), 
	CONSTRAINT fk_post_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "post" VALUES(1,'daily:1:2026-11-21',1,'test','ana',NULL,'{"text": "**Today''s question** \u00b7 Pathology and laboratory (80,000) \u00b7 hard\n\nTissue from an operation on April 2 lies in storage at the hospital. On June 20 the physician orders a new laboratory test on it for the Medicare patient, 61. The tissue is taken out of storage on June 22, and the test is done on June 25. What is the date of service?\n\nA  April 2\nB  June 25\nC  June 20\nD  June 22", "choices": [["A", "/answer 2 1 A", null], ["B", "/answer 2 1 B", null], ["C", "/answer 2 1 C", null], ["D", "/answer 2 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 2 1", null]], "about": ["daily/2026-11-21", "question/path-0118"], "facts": {"area": "pathology-laboratory", "kind": "daily", "number": 1, "of": 1}}','sent','2026-11-21 14:00:01.000000','2026-11-22 06:00:00.000000',NULL,1,NULL,'7');
INSERT INTO "post" VALUES(2,'daily:2:2026-11-21',2,'test','ben',NULL,'{"text": "**Today''s question** \u00b7 Pathology and laboratory (80,000) \u00b7 hard\n\nTissue from an operation on April 2 lies in storage at the hospital. On June 20 the physician orders a new laboratory test on it for the Medicare patient, 61. The tissue is taken out of storage on June 22, and the test is done on June 25. What is the date of service?\n\nA  April 2\nB  June 22\nC  June 20\nD  June 25", "choices": [["A", "/answer 3 1 A", null], ["B", "/answer 3 1 B", null], ["C", "/answer 3 1 C", null], ["D", "/answer 3 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 3 1", null]], "about": ["daily/2026-11-21", "question/path-0118"], "facts": {"area": "pathology-laboratory", "kind": "daily", "number": 1, "of": 1}}','held','2026-11-21 14:00:01.000000','2026-11-22 05:00:00.000000',NULL,1,'ReadTimeout','7');
INSERT INTO "post" VALUES(3,'daily:1:2026-11-22',1,'test','ana',NULL,'{"text": "**Today''s question** \u00b7 Respiratory and cardiovascular (30,000) \u00b7 hard\n\nThrough punctures of an arm fistula for dialysis a physician does an angiogram of the whole circuit, widens a narrowing of the cephalic vein (peripheral segment) with a balloon and, as it recoils, places a stent there. Then the subclavian vein (central segment) is widened with a balloon. What is reported?\n\nA  Peripheral stent code alone, as it was one circuit\nB  Peripheral stent code, and central balloon add-on\nC  Angiogram, peripheral stent, and central balloon add-on\nD  Peripheral stent, peripheral balloon, and central balloon", "choices": [["A", "/answer 4 1 A", null], ["B", "/answer 4 1 B", null], ["C", "/answer 4 1 C", null], ["D", "/answer 4 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 4 1", null]], "about": ["daily/2026-11-22", "question/card-0132"], "facts": {"area": "cardiorespiratory", "kind": "daily", "number": 1, "of": 1}}','sent','2026-11-22 14:00:01.000000','2026-11-23 06:00:00.000000',NULL,1,NULL,'7');
INSERT INTO "post" VALUES(4,'daily:2:2026-11-22',2,'test','ben',NULL,'{"text": "**Today''s question** \u00b7 Respiratory and cardiovascular (30,000) \u00b7 hard\n\nThrough punctures of an arm fistula for dialysis a physician does an angiogram of the whole circuit, widens a narrowing of the cephalic vein (peripheral segment) with a balloon and, as it recoils, places a stent there. Then the subclavian vein (central segment) is widened with a balloon. What is reported?\n\nA  Angiogram, peripheral stent, and central balloon add-on\nB  Peripheral stent, peripheral balloon, and central balloon\nC  Peripheral stent code, and central balloon add-on\nD  Peripheral stent code alone, as it was one circuit", "choices": [["A", "/answer 5 1 A", null], ["B", "/answer 5 1 B", null], ["C", "/answer 5 1 C", null], ["D", "/answer 5 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 5 1", null]], "about": ["daily/2026-11-22", "question/card-0132"], "facts": {"area": "cardiorespiratory", "kind": "daily", "number": 1, "of": 1}}','sent','2026-11-22 14:00:01.000000','2026-11-23 05:00:00.000000',NULL,1,NULL,'7');
INSERT INTO "post" VALUES(5,'daily:1:2026-11-23',1,'test','ana',NULL,'{"text": "**Today''s question** \u00b7 Respiratory and cardiovascular (30,000) \u00b7 medium\n\nA patient under treatment for cancer of the upper lobe of the right lung comes only to have a malignant pleural effusion drained. Which codes are reported, in which order?\n\nA  J91.0, C34.11\nB  C34.11, J90\nC  J91.0\nD  C34.11, J91.0", "choices": [["A", "/answer 6 1 A", null], ["B", "/answer 6 1 B", null], ["C", "/answer 6 1 C", null], ["D", "/answer 6 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 6 1", null]], "about": ["daily/2026-11-23", "question/card-0111"], "facts": {"area": "cardiorespiratory", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 06:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "post" VALUES(6,'daily:2:2026-11-23',2,'test','ben',NULL,'{"text": "**Today''s question** \u00b7 Respiratory and cardiovascular (30,000) \u00b7 medium\n\nA patient under treatment for cancer of the upper lobe of the right lung comes only to have a malignant pleural effusion drained. Which codes are reported, in which order?\n\nA  J91.0, C34.11\nB  C34.11, J91.0\nC  J91.0\nD  C34.11, J90", "choices": [["A", "/answer 7 1 A", null], ["B", "/answer 7 1 B", null], ["C", "/answer 7 1 C", null], ["D", "/answer 7 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Skip", "/skip 7 1", null]], "about": ["daily/2026-11-23", "question/card-0111"], "facts": {"area": "cardiorespiratory", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 05:00:00.000000',NULL,0,NULL,NULL);
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
INSERT INTO "round" VALUES(1,1,'daily',NULL,'2026-11-20','[["musc-0128", [0, 3, 1, 2]]]',1,0,'2026-11-20 15:00:00.000000','2026-11-20 15:05:00.000000');
INSERT INTO "round" VALUES(2,1,'daily',NULL,'2026-11-21','[["path-0118", [2, 1, 0, 3]]]',1,1,'2026-11-21 14:00:01.000000','2026-11-21 14:00:01.000000');
INSERT INTO "round" VALUES(3,2,'daily',NULL,'2026-11-21','[["path-0118", [2, 3, 0, 1]]]',1,1,'2026-11-21 14:00:01.000000','2026-11-21 14:00:01.000000');
INSERT INTO "round" VALUES(4,1,'daily',NULL,'2026-11-22','[["card-0132", [3, 0, 2, 1]]]',1,1,'2026-11-22 14:00:01.000000','2026-11-22 14:00:01.000000');
INSERT INTO "round" VALUES(5,2,'daily',NULL,'2026-11-22','[["card-0132", [2, 1, 0, 3]]]',1,1,'2026-11-22 14:00:01.000000','2026-11-22 14:00:01.000000');
INSERT INTO "round" VALUES(6,1,'daily',NULL,'2026-11-23','[["card-0111", [0, 1, 3, 2]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000');
INSERT INTO "round" VALUES(7,2,'daily',NULL,'2026-11-23','[["card-0111", [0, 2, 3, 1]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000');
INSERT INTO "round" VALUES(8,1,'quiz',NULL,NULL,'[["emgt-0134", [2, 0, 1, 3]], ["intg-0128", [3, 0, 2, 1]], ["comp-0117", [0, 1, 2, 3]]]',1,1,'2026-11-22 15:00:00.000000','2026-11-22 15:00:00.000000');
CREATE TABLE search (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	"query" VARCHAR(200) NOT NULL, 
	codes JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_search PRIMARY KEY (id), 
	CONSTRAINT fk_search_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE slot (
	platform VARCHAR(16) NOT NULL, 
	chat VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	message VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_slot PRIMARY KEY (platform, chat, name)
);
CREATE TABLE unanswered (
	words VARCHAR(120) NOT NULL, 
	times INTEGER NOT NULL, 
	last_on DATE NOT NULL, 
	CONSTRAINT pk_unanswered PRIMARY KEY (words)
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
CREATE INDEX ix_inbox_state ON inbox (state, id);
CREATE INDEX ix_link_learner_id ON link (learner_id);
COMMIT;
