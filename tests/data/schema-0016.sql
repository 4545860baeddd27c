BEGIN TRANSACTION;
CREATE TABLE ability (
	learner_id INTEGER NOT NULL, 
	area VARCHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	counts JSON NOT NULL, 
	timed FLOAT NOT NULL, 
	answered INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	new INTEGER NOT NULL, 
	CONSTRAINT pk_ability PRIMARY KEY (learner_id, area), 
	CONSTRAINT fk_ability_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE account (
	platform VARCHAR(16) NOT NULL, 
	user VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, unreachable BOOLEAN DEFAULT 0 NOT NULL, seen_on DATE, 
	CONSTRAINT pk_account PRIMARY KEY (platform, user), 
	CONSTRAINT fk_account_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "account" VALUES('test','ana',1,0,'2026-11-22');
INSERT INTO "account" VALUES('test','ben',2,0,'2026-11-22');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0016');
CREATE TABLE announcement (
	release VARCHAR(48) NOT NULL, 
	at DATETIME NOT NULL, 
	after_learner INTEGER DEFAULT '0' NOT NULL, 
	open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_announcement PRIMARY KEY (release)
);
CREATE TABLE assignment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	class_id INTEGER NOT NULL, 
	about VARCHAR(80) NOT NULL, 
	questions JSON NOT NULL, 
	due_at DATETIME NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_assignment_class_id FOREIGN KEY(class_id) REFERENCES classroom (id) ON DELETE CASCADE
);
CREATE TABLE assignment_work (
	assignment_id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	round_id INTEGER, 
	wake_at DATETIME, 
	CONSTRAINT pk_assignment_work PRIMARY KEY (assignment_id, learner_id), 
	CONSTRAINT fk_assignment_work_assignment_id FOREIGN KEY(assignment_id) REFERENCES assignment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_assignment_work_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_assignment_work_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL
);
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
	day DATE NOT NULL, seconds INTEGER, easy BOOLEAN DEFAULT 0 NOT NULL, sure BOOLEAN DEFAULT 0 NOT NULL, cause VARCHAR(12), 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT uq_attempt_round_id_number UNIQUE (round_id, number), 
	CONSTRAINT fk_attempt_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attempt_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
);
INSERT INTO "attempt" VALUES(1,1,1,1,'dige-0004','digestive',1,0,'2026-11-22 15:05:00.000000','2026-11-22',300,0,0,NULL);
CREATE TABLE board_shape (
	period VARCHAR(12) NOT NULL, 
	at DATETIME NOT NULL, 
	counts JSON NOT NULL, 
	CONSTRAINT pk_board_shape PRIMARY KEY (period)
);
CREATE TABLE bookmark (
	learner_id INTEGER NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_bookmark PRIMARY KEY (learner_id, question), 
	CONSTRAINT fk_bookmark_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE broadcast (
	id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	platform VARCHAR(16), 
	created_at DATETIME NOT NULL, 
	after_learner INTEGER DEFAULT '0' NOT NULL, 
	planned INTEGER DEFAULT '0' NOT NULL, 
	open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_broadcast PRIMARY KEY (id)
);
INSERT INTO "broadcast" VALUES(1,'News.',NULL,'2026-11-23 14:00:01.000000',0,0,1);
CREATE TABLE card (
	learner_id INTEGER NOT NULL, 
	item VARCHAR(64) NOT NULL, 
	area VARCHAR(32) NOT NULL, 
	stability FLOAT NOT NULL, 
	difficulty FLOAT NOT NULL, 
	due_on DATE NOT NULL, 
	last_on DATE NOT NULL, 
	reps INTEGER NOT NULL, 
	lapses INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	was_stability FLOAT, 
	was_difficulty FLOAT, 
	was_on DATE, 
	CONSTRAINT pk_card PRIMARY KEY (learner_id, item), 
	CONSTRAINT fk_card_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE ceu_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	learner_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	hundredths INTEGER NOT NULL, 
	title VARCHAR(80) NOT NULL, 
	at DATETIME NOT NULL, 
	removed BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT fk_ceu_entry_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "ceu_entry" VALUES(1,1,'2026-11-20',200,'webinar','2026-11-20 15:00:00.000000',0);
CREATE TABLE ceu_record (
	learner_id INTEGER NOT NULL, 
	since DATE NOT NULL, 
	due_on DATE, 
	credentials INTEGER DEFAULT '1' NOT NULL, 
	reminders BOOLEAN DEFAULT 1 NOT NULL, 
	wake_at DATETIME, 
	CONSTRAINT pk_ceu_record PRIMARY KEY (learner_id), 
	CONSTRAINT fk_ceu_record_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "ceu_record" VALUES(1,'2026-05-01',NULL,1,1,'2027-10-31 14:00:00.000000');
CREATE TABLE class_member (
	class_id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	teaches BOOLEAN DEFAULT 0 NOT NULL, 
	shares BOOLEAN DEFAULT 0 NOT NULL, 
	reminders BOOLEAN DEFAULT 1 NOT NULL, 
	joined_at DATETIME NOT NULL, 
	CONSTRAINT pk_class_member PRIMARY KEY (class_id, learner_id), 
	CONSTRAINT fk_class_member_class_id FOREIGN KEY(class_id) REFERENCES classroom (id) ON DELETE CASCADE, 
	CONSTRAINT fk_class_member_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE classroom (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR(60) NOT NULL, 
	code VARCHAR(16) NOT NULL, 
	created_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT uq_classroom_code UNIQUE (code)
);
CREATE TABLE club (
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	thread VARCHAR(64) DEFAULT '' NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	asks BOOLEAN DEFAULT 0 NOT NULL, 
	minute INTEGER DEFAULT '540' NOT NULL, 
	days INTEGER DEFAULT '127' NOT NULL, 
	area VARCHAR(32), 
	lasts INTEGER DEFAULT '720' NOT NULL, 
	next_at DATETIME, 
	streak INTEGER DEFAULT '0' NOT NULL, 
	longest INTEGER DEFAULT '0' NOT NULL, 
	quiet_from INTEGER, 
	quiet_to INTEGER, pack VARCHAR(64), ping VARCHAR(32), pin BOOLEAN DEFAULT 0 NOT NULL, discuss BOOLEAN DEFAULT 0 NOT NULL, keeper VARCHAR(64), 
	CONSTRAINT pk_club PRIMARY KEY (platform, room)
);
CREATE TABLE club_member (
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	banned BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_club_member PRIMARY KEY (platform, room, learner_id), 
	CONSTRAINT fk_club_member_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE contender (
	learner_id INTEGER NOT NULL, 
	name VARCHAR(32) NOT NULL, 
	tier INTEGER DEFAULT '0' NOT NULL, 
	joined_at DATETIME NOT NULL, 
	result JSON, 
	told BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_contender PRIMARY KEY (learner_id), 
	CONSTRAINT fk_contender_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE daily_question (
	day DATE NOT NULL, 
	track VARCHAR(16) NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_daily_question PRIMARY KEY (day, track)
);
INSERT INTO "daily_question" VALUES('2026-11-22','cpc','dige-0004');
INSERT INTO "daily_question" VALUES('2026-11-23','cpc','anes-0124');
CREATE TABLE duel (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	thread VARCHAR(64) DEFAULT '' NOT NULL, 
	"plan" JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	closed_at DATETIME
);
INSERT INTO "duel" VALUES(1,'test','group','','[["anatomy-001", [0, 1, 2, 3]]]','2026-11-23 17:00:00.000000','2026-11-26 17:00:00.000000',NULL);
CREATE TABLE duel_player (
	duel_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	round_id INTEGER, 
	CONSTRAINT pk_duel_player PRIMARY KEY (duel_id, place), 
	CONSTRAINT fk_duel_player_duel_id FOREIGN KEY(duel_id) REFERENCES duel (id) ON DELETE CASCADE, 
	CONSTRAINT fk_duel_player_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_duel_player_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL
);
INSERT INTO "duel_player" VALUES(1,1,1,'Ana',NULL);
CREATE TABLE game (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	thread VARCHAR(64) DEFAULT '' NOT NULL, 
	open BOOLEAN, 
	state VARCHAR(8) NOT NULL, 
	area VARCHAR(32), 
	level VARCHAR(8), 
	size INTEGER NOT NULL, 
	pace INTEGER, 
	typed BOOLEAN DEFAULT 0 NOT NULL, 
	speed BOOLEAN DEFAULT 0 NOT NULL, 
	handicap BOOLEAN DEFAULT 0 NOT NULL, 
	teams INTEGER DEFAULT '0' NOT NULL, 
	host_id INTEGER, 
	"plan" JSON NOT NULL, 
	number INTEGER DEFAULT '0' NOT NULL, 
	players INTEGER DEFAULT '0' NOT NULL, 
	answered INTEGER DEFAULT '0' NOT NULL, 
	silent INTEGER DEFAULT '0' NOT NULL, 
	created_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	due_at DATETIME, 
	count_at DATETIME, 
	counted_at DATETIME NOT NULL, 
	wake_at DATETIME, 
	closed_at DATETIME, 
	settled BOOLEAN DEFAULT 0 NOT NULL, kind VARCHAR(8) DEFAULT 'live' NOT NULL, day DATE, 
	CONSTRAINT uq_game_platform_room_thread_open UNIQUE (platform, room, thread, open), 
	CONSTRAINT fk_game_host_id FOREIGN KEY(host_id) REFERENCES learner (id) ON DELETE SET NULL
);
CREATE TABLE game_answer (
	game_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	chosen INTEGER, 
	correct BOOLEAN NOT NULL, 
	points INTEGER NOT NULL, 
	elapsed INTEGER NOT NULL, 
	changed BOOLEAN DEFAULT 0 NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_game_answer PRIMARY KEY (game_id, number, learner_id), 
	CONSTRAINT fk_game_answer_game_id FOREIGN KEY(game_id) REFERENCES game (id) ON DELETE CASCADE, 
	CONSTRAINT fk_game_answer_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE game_player (
	game_id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	user VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	team INTEGER DEFAULT '0' NOT NULL, 
	worth INTEGER DEFAULT '100' NOT NULL, 
	score INTEGER DEFAULT '0' NOT NULL, 
	"right" INTEGER DEFAULT '0' NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	CONSTRAINT pk_game_player PRIMARY KEY (game_id, learner_id), 
	CONSTRAINT fk_game_player_game_id FOREIGN KEY(game_id) REFERENCES game (id) ON DELETE CASCADE, 
	CONSTRAINT fk_game_player_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
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
	replies JSON, thread VARCHAR(64), 
	CONSTRAINT pk_inbox PRIMARY KEY (id), 
	CONSTRAINT uq_inbox_platform_update_id UNIQUE (platform, update_id)
);
INSERT INTO "inbox" VALUES(1,'test','u-1','new','2026-11-23 14:05:00.000000','ana','',NULL,0,'E11.21','{"chat": 1}','null',NULL);
CREATE TABLE item_key (
	question VARCHAR(64) NOT NULL, 
	options JSON NOT NULL, 
	"key" INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_item_key PRIMARY KEY (question)
);
CREATE TABLE item_level (
	question VARCHAR(64) NOT NULL, 
	level FLOAT NOT NULL, 
	answers INTEGER NOT NULL, 
	CONSTRAINT pk_item_level PRIMARY KEY (question)
);
CREATE TABLE league (
	id INTEGER NOT NULL, 
	week DATE NOT NULL, 
	tier INTEGER NOT NULL, 
	size INTEGER NOT NULL, 
	closed BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_league PRIMARY KEY (id)
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
	pushed_on DATE, daily_since DATETIME, push_days INTEGER DEFAULT '127' NOT NULL, hour_learned BOOLEAN DEFAULT 0 NOT NULL, usual_minute INTEGER, paused_until DATE, quiet_from INTEGER DEFAULT '1320' NOT NULL, quiet_to INTEGER DEFAULT '480' NOT NULL, reminders BOOLEAN DEFAULT 1 NOT NULL, remind_minute INTEGER, reminded_on DATE, news BOOLEAN DEFAULT 1 NOT NULL, snoozed_until DATETIME, counted_down_on DATE, seen_on DATE, farewell_on DATE, moved_on DATE, goal INTEGER DEFAULT '1' NOT NULL, streak INTEGER DEFAULT '0' NOT NULL, longest INTEGER DEFAULT '0' NOT NULL, freezes INTEGER DEFAULT '0' NOT NULL, freeze_steps INTEGER DEFAULT '0' NOT NULL, settled_on DATE, streaks_hidden BOOLEAN DEFAULT 0 NOT NULL, reviews INTEGER DEFAULT '20' NOT NULL, time_percent INTEGER DEFAULT '100' NOT NULL, carded BOOLEAN DEFAULT 1 NOT NULL, competes BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_learner PRIMARY KEY (id)
);
INSERT INTO "learner" VALUES(1,'2026-11-22 15:00:00.000000','America/Chicago',480,1,NULL,NULL,'2026-11-24 02:00:00.000000','2026-11-23','2026-11-22 15:00:00.000000',127,0,NULL,NULL,1320,480,1,NULL,NULL,1,NULL,NULL,'2026-11-22',NULL,NULL,1,1,1,0,1,'2026-11-22',0,20,100,0,0);
INSERT INTO "learner" VALUES(2,'2026-11-22 15:00:00.000000','America/New_York',540,1,NULL,NULL,'2026-11-24 14:00:00.000000','2026-11-23','2026-11-22 15:00:00.000000',127,0,NULL,NULL,1320,480,1,NULL,NULL,1,NULL,NULL,'2026-11-22',NULL,NULL,1,0,0,0,0,NULL,0,20,100,1,0);
CREATE TABLE link (
	digest VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (digest), 
	CONSTRAINT fk_link_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "link" VALUES('a05cc3e3a339bb93042ddd658ca0bb9ed1ed70435ee0ea98788b7ebec5e1e62b',1,'test','2026-11-22 15:22:00.000000');
CREATE TABLE outage (
	id INTEGER NOT NULL, 
	start_at DATETIME NOT NULL, 
	end_at DATETIME NOT NULL, 
	CONSTRAINT pk_outage PRIMARY KEY (id)
);
CREATE TABLE point (
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	week DATE NOT NULL, 
	day DATE NOT NULL, 
	points INTEGER NOT NULL, 
	CONSTRAINT pk_point PRIMARY KEY (platform, room, learner_id, question, week), 
	CONSTRAINT fk_point_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
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
	error TEXT, message VARCHAR(64), lane INTEGER DEFAULT '2' NOT NULL, sent_at DATETIME, thread VARCHAR(64), 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT uq_post_key UNIQUE ("key"), 
	CONSTRAINT fk_post_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "post" VALUES(1,'daily:1:2026-11-23',1,'test','ana',NULL,'{"text": "**Today''s question** \u00b7 Anesthesia \u00b7 medium\n\nAn anesthesiologist medically directs three rooms with CRNAs. During these cases she also attends to something else. Which other activity leaves the medical direction intact?\n\nA  Giving all of the anesthesia in a fourth room\nB  Sitting through a meeting across the campus\nC  Holding her pain clinic in a nearby building\nD  Checking a patient out of the recovery room", "choices": [["A", "/answer 2 1 A", null], ["B", "/answer 2 1 B", null], ["C", "/answer 2 1 C", null], ["D", "/answer 2 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Later", "/snooze 60", null], ["Stop these", "/stop daily", null]], "about": ["daily/2026-11-23", "question/anes-0124"], "facts": {"area": "anesthesia", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 04:00:00.000000',NULL,0,NULL,NULL,2,NULL,NULL);
INSERT INTO "post" VALUES(2,'daily:2:2026-11-23',2,'test','ben',NULL,'{"text": "**Today''s question** \u00b7 Anesthesia \u00b7 medium\n\nAn anesthesiologist medically directs three rooms with CRNAs. During these cases she also attends to something else. Which other activity leaves the medical direction intact?\n\nA  Giving all of the anesthesia in a fourth room\nB  Checking a patient out of the recovery room\nC  Holding her pain clinic in a nearby building\nD  Sitting through a meeting across the campus", "choices": [["A", "/answer 3 1 A", null], ["B", "/answer 3 1 B", null], ["C", "/answer 3 1 C", null], ["D", "/answer 3 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Later", "/snooze 60", null], ["Stop these", "/stop daily", null]], "about": ["daily/2026-11-23", "question/anes-0124"], "facts": {"area": "anesthesia", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 03:00:00.000000',NULL,0,NULL,NULL,2,NULL,NULL);
CREATE TABLE proposal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(16) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	learner_id INTEGER NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	area VARCHAR(32) DEFAULT '' NOT NULL, 
	stem TEXT DEFAULT '' NOT NULL, 
	options JSON NOT NULL, 
	"key" INTEGER DEFAULT '0' NOT NULL, 
	why JSON NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	at DATETIME NOT NULL, 
	judge VARCHAR(64), 
	shown_at DATETIME, 
	CONSTRAINT fk_proposal_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE pulse (
	name VARCHAR(16) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_pulse PRIMARY KEY (name)
);
INSERT INTO "pulse" VALUES('tutor','2026-11-23 14:00:01.000000');
CREATE TABLE quarantine (
	question VARCHAR(64) NOT NULL, 
	why VARCHAR(160) NOT NULL, 
	at DATETIME NOT NULL, 
	open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_quarantine PRIMARY KEY (question)
);
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
	shown_at DATETIME NOT NULL, allowed INTEGER, sure INTEGER, 
	CONSTRAINT pk_round PRIMARY KEY (id), 
	CONSTRAINT uq_round_learner_id_kind_day UNIQUE (learner_id, kind, day), 
	CONSTRAINT fk_round_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "round" VALUES(1,1,'daily',NULL,'2026-11-22','[["dige-0004", [0, 1, 3, 2]]]',1,0,'2026-11-22 15:00:00.000000','2026-11-22 15:05:00.000000',NULL,NULL);
INSERT INTO "round" VALUES(2,1,'daily',NULL,'2026-11-23','[["anes-0124", [2, 1, 0, 3]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000',NULL,NULL);
INSERT INTO "round" VALUES(3,2,'daily',NULL,'2026-11-23','[["anes-0124", [2, 3, 0, 1]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000',NULL,NULL);
INSERT INTO "round" VALUES(4,1,'quiz',NULL,NULL,'[["case-0151", [2, 0, 1, 3]], ["case-0145", [3, 2, 0, 1]], ["geni-0123", [3, 0, 1, 2]]]',1,1,'2026-11-22 15:09:00.000000','2026-11-22 15:09:00.000000',NULL,NULL);
INSERT INTO "round" VALUES(5,2,'exam',NULL,NULL,'[["intg-0107", [0, 1, 2, 3]], ["musc-0124", [3, 1, 0, 2]], ["card-0003", [0, 2, 3, 1]], ["card-0118", [1, 2, 3, 0]], ["dige-0127", [1, 3, 2, 0]], ["geni-0129", [1, 3, 2, 0]], ["nerv-0112", [1, 2, 0, 3]], ["nerv-0151", [3, 0, 2, 1]], ["emgt-0150", [2, 0, 1, 3]], ["emgt-0122", [3, 1, 2, 0]], ["anes-0133", [2, 3, 0, 1]], ["radi-0134", [2, 1, 3, 0]], ["path-0139", [3, 1, 2, 0]], ["path-0104", [2, 3, 1, 0]], ["medi-0120", [1, 2, 3, 0]], ["term-0143", [1, 0, 3, 2]], ["anat-0123", [0, 2, 1, 3]], ["icdc-0003", [2, 0, 3, 1]], ["hcpc-0001", [2, 0, 3, 1]], ["guid-0136", [2, 3, 0, 1]], ["guid-0146", [1, 0, 2, 3]], ["comp-0119", [2, 0, 3, 1]], ["note-0035-1", [3, 2, 0, 1]], ["note-0035-2", [1, 3, 2, 0]], ["note-0035-3", [2, 1, 0, 3]]]',2,0,'2026-11-22 20:00:00.000000','2026-11-22 20:01:40.000000',NULL,NULL);
CREATE TABLE score (
	learner_id INTEGER NOT NULL, 
	period VARCHAR(12) NOT NULL, 
	points INTEGER NOT NULL, 
	shown BOOLEAN DEFAULT 1 NOT NULL, 
	league_id INTEGER, 
	CONSTRAINT pk_score PRIMARY KEY (learner_id, period), 
	CONSTRAINT fk_score_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_score_league_id FOREIGN KEY(league_id) REFERENCES league (id) ON DELETE SET NULL
);
CREATE TABLE search (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	"query" VARCHAR(200) NOT NULL, 
	codes JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_search PRIMARY KEY (id), 
	CONSTRAINT fk_search_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE sitting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	learner_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	size VARCHAR(8) NOT NULL, 
	mock INTEGER, 
	started_at DATETIME NOT NULL, 
	allowed INTEGER, 
	due_at DATETIME, 
	wake_at DATETIME, 
	since DATETIME, 
	paused_at DATETIME, 
	away INTEGER DEFAULT '0' NOT NULL, 
	asked_at DATETIME, 
	closed_at DATETIME, 
	platform VARCHAR(16) NOT NULL, 
	user VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_sitting_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT uq_sitting_round_id UNIQUE (round_id), 
	CONSTRAINT fk_sitting_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
);
INSERT INTO "sitting" VALUES(1,2,5,'quarter',3,'2026-11-22 20:00:00.000000',NULL,NULL,NULL,'2026-11-22 20:01:40.000000',NULL,0,NULL,NULL,'test','ben');
CREATE TABLE sitting_answer (
	sitting_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	area VARCHAR(32), 
	chosen INTEGER, 
	first INTEGER, 
	flagged BOOLEAN DEFAULT 0 NOT NULL, 
	seconds INTEGER DEFAULT '0' NOT NULL, 
	at DATETIME, 
	day DATE, 
	minute INTEGER, 
	CONSTRAINT pk_sitting_answer PRIMARY KEY (sitting_id, number), 
	CONSTRAINT fk_sitting_answer_sitting_id FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sitting_answer_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "sitting_answer" VALUES(1,1,2,'integumentary',1,1,0,50,'2026-11-22 20:00:50.000000','2026-11-22',900);
INSERT INTO "sitting_answer" VALUES(1,2,2,'musculoskeletal',NULL,NULL,1,50,NULL,NULL,NULL);
CREATE TABLE slot (
	platform VARCHAR(16) NOT NULL, 
	chat VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	message VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_slot PRIMARY KEY (platform, chat, name)
);
CREATE TABLE study_day (
	learner_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	answered INTEGER DEFAULT '0' NOT NULL, 
	correct INTEGER DEFAULT '0' NOT NULL, 
	minute INTEGER, 
	CONSTRAINT pk_study_day PRIMARY KEY (learner_id, day), 
	CONSTRAINT fk_study_day_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "study_day" VALUES(1,'2026-11-22','done',1,0,545);
CREATE TABLE study_plan (
	learner_id INTEGER NOT NULL, 
	hours INTEGER, 
	known JSON NOT NULL, 
	CONSTRAINT pk_study_plan PRIMARY KEY (learner_id), 
	CONSTRAINT fk_study_plan_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
CREATE TABLE unanswered (
	words VARCHAR(120) NOT NULL, 
	times INTEGER NOT NULL, 
	last_on DATE NOT NULL, 
	CONSTRAINT pk_unanswered PRIMARY KEY (words)
);
CREATE TABLE wrong_code (
	learner_id INTEGER NOT NULL, 
	tries INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_wrong_code PRIMARY KEY (learner_id), 
	CONSTRAINT fk_wrong_code_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
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
CREATE INDEX ix_inbox_state ON inbox (state, id);
CREATE INDEX ix_link_learner_id ON link (learner_id);
CREATE INDEX ix_post_state_lane_due_at ON post (state, lane, due_at);
CREATE INDEX ix_post_state_expires_at ON post (state, expires_at);
CREATE INDEX ix_outage_end_at ON outage (end_at);
CREATE INDEX ix_attempt_question ON attempt (question);
CREATE INDEX ix_sitting_learner_id ON sitting (learner_id);
CREATE INDEX ix_sitting_wake_at ON sitting (wake_at);
CREATE INDEX ix_sitting_answer_learner_id ON sitting_answer (learner_id);
CREATE INDEX ix_card_learner_id_due_on ON card (learner_id, due_on);
CREATE INDEX ix_game_host_id ON game (host_id);
CREATE INDEX ix_game_wake_at ON game (wake_at);
CREATE INDEX ix_game_settled_closed_at ON game (settled, closed_at);
CREATE INDEX ix_game_player_learner_id ON game_player (learner_id);
CREATE INDEX ix_game_answer_learner_id ON game_answer (learner_id);
CREATE INDEX ix_club_next_at ON club (next_at);
CREATE INDEX ix_club_member_learner_id ON club_member (learner_id);
CREATE INDEX ix_point_learner_id ON point (learner_id);
CREATE INDEX ix_point_platform_room_day ON point (platform, room, day);
CREATE INDEX ix_duel_expires_at ON duel (expires_at);
CREATE INDEX ix_duel_player_learner_id ON duel_player (learner_id);
CREATE INDEX ix_duel_player_round_id ON duel_player (round_id);
CREATE INDEX ix_attempt_learner_id_question ON attempt (learner_id, question);
CREATE INDEX ix_ceu_record_wake_at ON ceu_record (wake_at);
CREATE INDEX ix_ceu_entry_learner_id ON ceu_entry (learner_id);
CREATE INDEX ix_classroom_until ON classroom (until);
CREATE INDEX ix_class_member_learner_id ON class_member (learner_id);
CREATE INDEX ix_assignment_class_id_due_at ON assignment (class_id, due_at);
CREATE INDEX ix_assignment_work_learner_id ON assignment_work (learner_id);
CREATE INDEX ix_assignment_work_round_id ON assignment_work (round_id);
CREATE INDEX ix_assignment_work_wake_at ON assignment_work (wake_at);
CREATE INDEX ix_league_week_tier_size ON league (week, tier, size);
CREATE INDEX ix_league_closed_week ON league (closed, week);
CREATE INDEX ix_score_period_shown_points ON score (period, shown, points);
CREATE INDEX ix_score_league_id ON score (league_id);
CREATE INDEX ix_proposal_platform_room_state ON proposal (platform, room, state);
CREATE INDEX ix_proposal_learner_id ON proposal (learner_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('sitting',1);
INSERT INTO "sqlite_sequence" VALUES('ceu_entry',1);
INSERT INTO "sqlite_sequence" VALUES('duel',1);
COMMIT;
