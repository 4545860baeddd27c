BEGIN TRANSACTION;
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
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE announcement (
	release VARCHAR(48) NOT NULL, 
	at DATETIME NOT NULL, 
	after_learner INTEGER DEFAULT '0' NOT NULL, 
	open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_announcement PRIMARY KEY (release)
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
	day DATE NOT NULL, seconds INTEGER, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT uq_attempt_round_id_number UNIQUE (round_id, number), 
	CONSTRAINT fk_attempt_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attempt_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
);
INSERT INTO "attempt" VALUES(1,1,1,1,'dige-0004','digestive',1,0,'2026-11-22 15:05:00.000000','2026-11-22',300);
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
CREATE TABLE daily_question (
	day DATE NOT NULL, 
	track VARCHAR(16) NOT NULL, 
	question VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_daily_question PRIMARY KEY (day, track)
);
INSERT INTO "daily_question" VALUES('2026-11-22','cpc','dige-0004');
INSERT INTO "daily_question" VALUES('2026-11-23','cpc','anes-0124');
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
INSERT INTO "inbox" VALUES(1,'test','u-1','new','2026-11-23 14:05:00.000000','ana','',NULL,0,'E11.21','{"chat": 1}','null');
CREATE TABLE item_key (
	question VARCHAR(64) NOT NULL, 
	options JSON NOT NULL, 
	"key" INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_item_key PRIMARY KEY (question)
);
INSERT INTO "item_key" VALUES('anat-0001','["C17.1", "C41.4", "C17.2", "C18.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0002','["F8", "F7", "F3", "T8"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0003','["S83.412A", "S83.422A", "S83.421A", "S83.512A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0004','["H49.11", "H49.01", "H49.22", "H49.21"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0005','["I21.02", "I21.21", "I21.11", "I21.01"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0006','["Reticular dermis", "Deep fascia", "Subcutaneous tissue", "Muscle under the fascia"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0007','["S62.025A", "S92.252A", "S62.012A", "S62.022A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0008','["First-order selective", "Second-order selective", "Third-order selective", "Nonselective"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0101','["N21.0", "N20.1", "N21.1", "N20.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0102','["T5", "T9", "T4", "F9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0103','["S82.61XA", "S82.52XA", "S82.62XA", "S82.842A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0104','["C16.1", "C17.0", "C16.0", "C16.4"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0105','["J32.3", "J32.0", "J32.1", "J32.2"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0106','["R10.11", "R10.13", "R10.33", "R10.12"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0107','["S32.009A", "S32.301A", "S32.2XXA", "S32.10XA"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0108','["C69.31", "C69.41", "C69.21", "C69.32"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0109','["G56.22", "G56.31", "G56.01", "G56.21"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0110','["I82.431", "I82.441", "I82.432", "I82.411"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0111','["C18.3", "C18.7", "C18.5", "C18.4"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0112','["C67.0", "C67.5", "C67.6", "C67.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0113','["C32.3", "C32.1", "C32.0", "C32.2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0114','["C25.0", "C24.1", "C24.0", "C17.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0115','["C71.4", "C71.3", "C71.7", "C71.6"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0116','["C25.2", "C25.0", "C25.1", "C26.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0117','["S92.012A", "S92.121A", "S92.011A", "S92.251A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0118','["S72.112A", "S72.042A", "S72.142A", "S72.22XA"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0119','["I35.1", "I37.1", "I34.0", "I36.1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0120','["I65.22", "I65.1", "I65.02", "I65.01"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0121','["D35.02", "D35.01", "D35.1", "D30.02"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0122','["H49.21", "G52.1", "G51.0", "G50.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0123','["S32.501A", "S32.401A", "S32.301A", "S32.601A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0124','["N41.0", "N45.1", "N45.2", "N45.3"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0125','["K41.30", "K43.9", "K40.90", "K41.90"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0126','["C50.411", "C50.512", "C50.412", "C50.212"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0127','["G57.42", "G57.22", "G57.32", "G57.52"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0128','["C34.2", "C34.12", "C34.32", "C34.11"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0129','["M50.123", "M51.14", "M50.03", "M50.13"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0130','["I63.341", "I63.011", "I63.331", "I63.541"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0131','["D35.2", "D16.4", "D35.3", "D35.4"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0132','["H80.21", "H80.02", "H80.11", "H80.01"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0133','["C77.0", "C77.3", "C77.1", "C79.89"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0134','["S62.132A", "S62.152A", "S62.142A", "S62.162A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0135','["Nonselective", "Second-order selective", "First-order selective", "Third-order selective"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0136','["C17.1", "C17.0", "C17.2", "C17.8"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0137','["S52.121A", "S42.431A", "S52.041A", "S52.021A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0138','["C08.1", "C11.9", "C07", "C08.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0139','["D35.1", "D35.2", "D34", "D35.00"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0140','["G56.21", "G54.0", "G56.31", "G56.11"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0141','["S92.351A", "S92.211A", "S92.511A", "S92.341A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0142','["I82.611", "I82.621", "I82.B11", "I82.A11"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0143','["C64.1", "C65.1", "C67.6", "C66.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0144','["C19", "C20", "C18.8", "C18.7"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0145','["C01", "C10.1", "C10.0", "C32.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0146','["C71.5", "C71.7", "C71.6", "C71.8"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0147','["S12.110A", "S12.190A", "S12.000A", "S12.111A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anat-0148','["I71.42", "I71.41", "I71.43", "I71.23"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0001','["80 minutes", "105 minutes", "120 minutes", "150 minutes"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0002','["14.0 units", "14.5 units", "15.5 units", "16.5 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0003','["22 units", "16 units", "14 units", "18 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0004','["Anesthesiologist QK, CRNA QX", "Anesthesiologist QY, CRNA QX", "Anesthesiologist AA, CRNA QZ", "Anesthesiologist AD, CRNA QX"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0005','["20 units", "10 units", "3 units", "4 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0006','["An anesthesia section code with modifier 47, besides the surgery code", "Modifier 47 on the surgery code; no anesthesia section code", "An anesthesia section code with modifier AA, besides the surgery code", "Modifier 23 on the surgery code; no anesthesia section code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0007','["Yes: block code with modifier 59 by the anesthesiologist, besides the anesthesia code", "No: any block placed before the incision belongs to the anesthesia service", "Yes: but by the surgeon, because pain after surgery is the surgeon''s duty", "No: but its minutes are added to the anesthesia time in place of a block code"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0008','["The stand-alone cesarean anesthesia code only, as it has the higher base", "The labor epidural code and the stand-alone cesarean anesthesia code", "The labor epidural code and the add-on for cesarean after labor analgesia", "The add-on for cesarean after labor analgesia only, as the last service"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0101','["1.7", "6.7", "100", "12.7"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0102','["QY", "QX", "QZ", "AA"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0103','["The usual work of the case apart from the time", "The first hour of anesthesia time in every case", "The share of the surgeon''s fee for the operation", "The physical status of the patient before surgery"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0104','["P4", "P5", "P6", "P1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0105','["Anesthesiologist QK, CRNA QX", "Anesthesiologist QY, CRNA QZ", "Anesthesiologist AA, CRNA QX", "Anesthesiologist QY, CRNA QX"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0106','["AA and QS", "AA only", "QS only", "QZ and QS"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0107','["AD", "QX", "QK", "QY"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0108','["$102.00", "$60.00", "$204.00", "$110.00"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0109','["AD, as five cases are run in one morning", "QK, as never more than four cases overlap", "QY, as only one Medicare patient is involved", "AD, as room 4 overlaps each of the others"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0110','["Yes, an emergency is always among the permitted other duties", "Yes, as an absence of less than one hour does not count", "No, she was not available, so the service is only supervisory", "No, as four CRNAs are more than one physician may direct"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0111','["QK with GC for the resident''s case, QK for the CRNA''s", "AA with GC for the resident''s case, AA for the CRNA''s", "AA with GC for the resident''s case, QK for the CRNA''s", "AA with GE for the resident''s case, QY for the CRNA''s"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0112','["Each case in full, with AA and GC", "Each case at three units, with AD", "Each case at half, with QK and GC", "One case in full, the other not at all"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0113','["QY, as direction of one CRNA", "AA and GC, as a resident''s case", "AA, as personally performed", "QK, as medically directed"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0114','["Anesthesiologist AA, CRNA QZ, both paid in full", "Anesthesiologist AA in full, CRNA not reported", "Anesthesiologist QY, CRNA QX, each paid at half", "Anesthesiologist AA, CRNA QX, both paid in full"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0115','["Anesthesiologist QK, assistant QZ", "Anesthesiologist QK, assistant QX", "Anesthesiologist AA, assistant none", "Anesthesiologist QY, assistant QX"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0116','["G8", "G9", "QS", "P4"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0117','["The vein line", "The artery line", "The monitoring", "The intubation"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0118','["The probe placement only, with modifier 59", "Nothing, as monitoring is part of the anesthesia", "The diagnostic study, with modifier 52", "The diagnostic study, with modifier 26"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0119','["Nothing, as pain care belongs to the anesthesia service", "Daily management, two units, for the two later days", "Daily management, three units, one for each of the days", "Catheter placement with 59 and daily management, two units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0120','["Nothing, as the evaluation is in a package", "The anesthesia code with base units only", "The anesthesia code with modifier 53", "A suitable visit code for the evaluation"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0121','["53, as it was stopped for the patient''s safety", "52, as the procedure was only prepared", "74, as sedation counts as anesthesia here", "73, as no general anesthesia was given"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0122','["No, the examination belongs to the CRNA of the case", "Yes, one member of the group may do the examination", "Yes, if the first anesthesiologist is the one who bills", "No, one physician must do every step of the direction"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0123','["11.0 units", "9.1 units", "12.7 units", "10.7 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0124','["Holding her pain clinic in a nearby building", "Sitting through a meeting across the campus", "Giving all of the anesthesia in a fourth room", "Checking a patient out of the recovery room"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0125','["T88.53XA", "T88.59XA", "T88.4XXA", "T88.4A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0126','["QS", "PT", "33", "GG"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0127','["All of it with the add-on code", "In full with each of the two codes", "Split by surface between the two", "All of it with the primary code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0128','["No, the one who does the procedure cannot report it", "Yes, if he adds modifier 59 to the anesthesia code", "Yes, as he is an anesthesiologist by training", "No, as an office is no place for anesthesia codes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0129','["A subsequent hospital visit, not critical care", "The anesthesia, its time longer by 45 minutes", "The anesthesia only, as later visits are inside", "Critical care besides the anesthesia service"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0130','["Yes, as every child under one year earns it", "Yes, but with modifier 52 for the overlap", "No, as extreme age begins at over 70 years", "No, as the code itself accounts for the age"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0131','["T88.3XXA, T41.0X1A", "T41.0X5A, T88.3XXA", "T88.3XXA, T41.0X5A", "T88.3XXA, T41.205A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0132','["T88.59XA", "J69.0", "O74.0", "J95.4"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0133','["D24.1", "D49.3", "D24.9", "N63.10"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0134','["R07.9", "G89.12", "G89.22", "G89.18"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0135','["Yes, if the patient signs a notice in advance", "Yes, up to 115 percent of the lower fee schedule", "No, only the hospital can bill for CRNA services", "No, CRNA services are paid on assignment only"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0136','["Z92.83", "T88.52XS", "Z92.84", "T88.52XA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0137','["23", "22", "47", "53"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0138','["A subsequent hospital visit, alone", "A subsequent visit with modifier 25", "Nothing, as it is part of the anesthesia", "The minutes, added to anesthesia time"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0139','["No, since the operation depends on the block", "Yes, since it relieved pain after the operation", "Yes, with modifier 59 for a distinct procedure", "No, since only the surgeon may report a block"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0140','["The diagnostic echocardiogram, with 26 and 59", "Nothing, as echo belongs to the anesthesia", "Only the placement of the probe, with 59", "The diagnostic echocardiogram, with modifier 47"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0142','["It ends, as she gives anesthesia elsewhere", "It stands, as a labor epidural is allowed", "It becomes supervision, billed with AD", "It stands for two of the three rooms only"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0143','["The CRNA of each of the cases", "The surgeon, in the operative note", "Anybody who was in the room", "The directing physician alone"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0144','["T88.52XA", "T88.53XA", "Z92.84", "T88.59XA"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0145','["O74.5", "G97.1", "O89.4", "T88.59XA"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0146','["19 units", "18 units", "15 units", "25 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0147','["First code once, add-on once", "First code once, add-on twice", "First code once, add-on three times", "First code twice, add-on once"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('anes-0148','["Labor epidural, and both add-ons, cesarean and hysterectomy", "The cesarean hysterectomy add-on, without a primary code", "Labor epidural, and the add-on for cesarean hysterectomy", "Labor epidural, and a stand-alone hysterectomy code"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0001','["Pleural aspiration with imaging guidance, one code", "Pleural aspiration without guidance, plus ultrasound guidance", "Percutaneous pleural drainage with a catheter left in place", "Tube thoracostomy, plus a separate code for ultrasound guidance"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0002','["Maxillary antrostomy once, without a modifier, as it covers both sides", "Maxillary antrostomy with modifier 50, plus diagnostic nasal endoscopy", "Maxillary antrostomy once, plus diagnostic nasal endoscopy with modifier 59", "Maxillary antrostomy once, with modifier 50, and no diagnostic code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0003','["Lavage; one lung biopsy code, as both lobes are in the same lung", "Lavage; lung biopsy of the first lobe; one add-on for a further lobe", "Lavage; lung biopsy of the first lobe; four add-ons for the other samples", "Diagnostic bronchoscopy; lavage; first-lobe biopsy; one add-on lobe"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0004','["Removal of the generator, and insertion of a generator on existing leads", "Insertion of a whole new system: generator with atrial and ventricular lead", "Removal with replacement of the generator, dual-lead system, one code", "Removal with replacement of the generator, single-lead system, one code"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0005','["Arterial graft code for one; venous-only graft code for two", "Arterial graft code for one; combined graft code for two veins; vein harvest", "Combined graft code for three, as arterial and venous grafts share one code", "Arterial graft code for one; combined graft code for two veins"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0006','["Peripheral insertion without imaging, age 5 or over; ultrasound and fluoroscopy apart", "Peripheral insertion with all imaging included, age 5 or over", "Peripheral insertion with all imaging included, under age 5", "Central insertion through a neck or chest vein, age 5 or over; ultrasound apart"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0007','["Third order, celiac family; first order, mesenteric family", "Aorta, nonselective; third order, celiac; first order, mesenteric", "First, second and third order, celiac; first order, mesenteric", "Third order, celiac family alone, as the farthest point of the session"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0008','["Thoracoscopic lobectomy and add-on node dissection; wedge and tube are included", "Thoracoscopic lobectomy, therapeutic wedge with modifier 59, add-on node dissection", "Thoracoscopic lobectomy with add-ons for diagnostic wedge and node dissection", "Thoracoscopic lobectomy with add-ons for diagnostic wedge and nodes; chest tube"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0101','["The diagnostic thoracoscopy alone", "Both, the diagnostic look with modifier 51", "Both, the diagnostic look with modifier 59", "The thoracoscopic pleurodesis alone"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0102','["The control of the nosebleed alone", "Both, the bleeding control with modifier 59", "Both, the bleeding control with modifier 78", "The removal of the polyps, with nothing for the bleeding"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0103','["The diagnostic laryngoscopy alone", "Both, the laryngoscopy with modifier 51", "The emergency intubation, with nothing for the scope", "Both, the laryngoscopy with modifier 59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0104','["I21.9", "I25.2", "I21.4", "Z86.79"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0105','["The code with microscope, and no add-on", "The code without microscope, and the add-on", "The code with microscope, and the add-on", "The code without microscope, modifier 22"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0106','["Within the visit, without a removal code", "As removal of a tunneled catheter", "As removal of a catheter, with modifier 52", "As repair of a central venous catheter"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0107','["Z95.1, Z48.812", "Z09, Z95.1", "Z48.812, Z95.1", "I25.810, Z95.1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0108','["They are not reported; they belong to the operation", "As a temporary pacemaker with modifier 51 beside it", "As a permanent pacemaker electrode placed by open chest", "As a temporary pacemaker with modifier 59 beside it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0109','["T82.111A", "Z45.010", "Z95.0", "Z45.018"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0110','["J11.00", "J10.1, J18.9", "J18.9, J10.1", "J10.00"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0111','["J91.0, C34.11", "C34.11, J90", "C34.11, J91.0", "J91.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0112','["I82.501, Z79.01", "I82.409, Z79.01", "Z86.718", "Z86.718, Z79.01"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0114','["The code for three or more stations, six units", "The code for one or two stations, three units", "One unit of each code, two stations and one station", "The code for three or more stations, one unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0115','["Two codes, the second with modifier 51", "Two codes, the second with modifier 59", "One joined code, with modifier 50", "One joined code, with modifier RT"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0116','["Nothing, as it is a part of the laryngectomy", "A planned tracheostomy with modifier 51 added", "A planned tracheostomy with modifier 59 added", "An emergency tracheostomy with no modifier"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0117','["Removal code, and a new dual-chamber system", "Replacement code, dual leads, and a lead insertion", "One code for the upgrade to dual chamber", "Removal, lead insertion and generator insertion"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0118','["The system code alone, as it covers any number of leads", "The system code with modifier 22, to show the third lead", "The system code, and the left ventricular lead as an add-on", "The generator code, and three codes for the single leads"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0119','["Vein graft code for two, with modifier 76 for a repeat", "Vein graft code for two, and the add-on for reoperation", "Vein graft code for two, with modifier 78 for the return", "Vein graft code for two, with modifier 22 for the scars"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0120','["First-vein code once, add-on twice", "First-vein code once, add-on once", "First-vein code three times, no add-on", "First-vein code once, no add-on"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0121','["Complete replacement of the device, with port", "Removal of the old, and insertion of the new device", "Replacement of the catheter part of the device only", "Repair of the central venous access device, with port"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0122','["Both removals, the first with modifier 53", "Both removals, the first with modifier 59", "The open removal of the clot alone", "The catheter removal with modifier 22"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0123','["The biopsy, and the aspiration with modifier 59", "One code that joins biopsy and aspiration", "The biopsy, and the aspiration with modifier 51", "The biopsy alone, as the larger of the two"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0124','["G0269, with no imaging added", "G0269, with a leg arteriogram", "Open repair of an artery", "An unlisted vascular code"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0125','["The insertion, and ultrasound with modifier 52", "The insertion of the central line alone", "The insertion, and ultrasound with modifier 26", "The insertion, and ultrasound with modifier 59"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0126','["I63.9, R47.01", "I63.9, Z86.73", "I69.320", "I63.9, I69.320"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0127','["I1A.0, I12.9, N18.31", "I10, N18.31, I1A.0", "I12.9, N18.31, I1A.0", "I12.9, I1A.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0128','["I11.0, I50.22, I42.6", "I42.6, I50.22, I10", "I11.0, I50.22, I10", "I42.6, I50.22, I11.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0129','["Open lobectomy alone, as after any change to open surgery", "Open lobectomy; diagnostic thoracoscopy with modifier 78", "Thoracoscopic lobectomy with modifier 22, for the change", "Open lobectomy; diagnostic thoracoscopy with modifier 58"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0130','["Arterial grafts, two; combined family, two veins; radial harvest", "Arterial grafts, three; combined family, one vein; radial harvest", "Arterial grafts, three; vein-only family, one vein; radial harvest", "Arterial grafts, three; combined family, one vein; no harvest code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0131','["T82.110A", "Z45.018", "T82.111A", "T82.190A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0132','["Peripheral stent code, and central balloon add-on", "Peripheral stent, peripheral balloon, and central balloon", "Angiogram, peripheral stent, and central balloon add-on", "Peripheral stent code alone, as it was one circuit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0133','["Repositioning of the lead, modifier 58", "Repositioning of the lead, modifier 79", "Nothing, as complications are included", "Repositioning of the lead, modifier 78"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0134','["First wedge code once, and the add-on once", "First wedge code three times, without add-on", "First wedge code once, and the add-on twice", "First wedge code once, as it was a single lung"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0135','["I70.222, I70.92", "I70.212, I70.222", "I70.92, I70.222", "I70.212, I70.92"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0136','["The bypass with vein, and the clot removal", "The bypass with vein, which includes clot removal and harvest", "The bypass with vein, and the vein harvest", "The bypass, the clot removal, and the harvest"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0137','["I48.11", "I48.19", "I48.20", "I48.21"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0138','["Tube thoracostomy with modifier 59", "Tube thoracostomy with modifier 51", "Nothing, as it is a part of the lobectomy", "Tube thoracostomy with modifier 58"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0139','["22", "63", "66", "52"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0140','["Anterior control once, without a modifier", "Anterior control twice, with modifier 76", "Anterior control once, with modifier 50", "Posterior control once, without a modifier"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0141','["That sinus surgery, and polypectomy with 59", "Maxillary sinus surgery with tissue removal", "That sinus surgery, and polypectomy with 51", "Maxillary opening, and the nasal polypectomy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0142','["Nothing, as imaging belongs to the treatment", "The diagnostic angiogram, with modifier 52", "The diagnostic angiogram, with modifier 78", "The diagnostic angiogram, with 59 or XU"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0143','["Arterial one; combined one vein; no harvest code", "Arterial one; vein-only one; endoscopic harvest", "Combined family, two grafts; endoscopic harvest", "Arterial one; combined one vein; endoscopic harvest"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0144','["Planned tracheostomy, with modifier 63", "Planned tracheostomy, without the age", "Planned tracheostomy, under age two", "Emergency tracheostomy, transtracheal"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0145','["I26.92", "I26.02", "I26.92, I26.09", "I26.09"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0146','["I71.43", "I71.33", "I71.30", "I71.8"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0147','["J96.21", "J96.01, J96.11", "J96.01", "J96.20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0148','["I70.1, I10", "I12.9, I70.1", "I15.0 alone", "I70.1, I15.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0149','["I25.710", "I25.110", "I25.700", "I25.810, I20.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0150','["I13.0, I50.42, N18.6, Z99.2", "I11.0, I12.0, I50.42, N18.6", "I13.2, I50.42, N18.6, Z99.2", "I13.11, I50.42, N18.6, Z99.2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0151','["J15.1", "J95.851, B96.5", "J95.851, J15.1", "J18.9, B96.5"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0152','["Generator removal; lead extraction; new whole system", "Generator replacement; insertion of one lead", "Generator removal; new whole system", "New whole system alone, with modifier 22"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0153','["Third order once; second order once, both primary", "Third order once; nothing for the further vessel", "First, second and third order once each", "Third order once; add-on once for the further vessel"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('card-0154','["I16.1, I10, I50.21", "I16.0, I11.0, I50.21", "I16.1, I50.21", "I16.1, I11.0, I50.21"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0001','["D12.5, Z12.11; modifier PT", "Z12.11, D12.5; modifier 33", "Z12.11, K63.5; modifier PT", "Z12.11, D12.5; modifier PT"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0002','["W54.0XXA, S51.851A", "S51.851A, W54.0XXA", "S51.831A, W54.0XXA", "S51.851D, W54.0XXA"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0003','["K80.00, Z53.31; the open removal only", "K80.00, Z53.31; the laparoscopic removal with modifier 22", "K80.20, K81.0, Z53.31; the open removal only", "K80.00, Z53.31; both removals, the laparoscopic with modifier 53"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0004','["Visit: 24 and 25; operation: 79 and LT", "Visit: 57 alone; operation: 79 and LT", "Visit: 24 and 57; operation: 79 and LT", "Visit: 24 and 57; operation: 78 and LT"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0005','["O24.112, E11.65, Z79.4, Z3A.28", "O24.113, E11.65, Z79.4, Z3A.28", "E11.65, O24.113, Z79.4, Z3A.28", "O24.414, E11.65, Z79.4, Z3A.28"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0006','["C79.51, Z51.11, Z85.46", "Z51.11, C61, C79.51", "Z51.11, C79.51, Z85.46", "Z51.11, C41.9, Z85.46"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0007','["Visit: 57; injection: RT", "Visit: none; injection: 25 and RT", "Visit: 24; injection: RT", "Visit: 25; injection: RT"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0008','["Surgeon 53; hospital 74", "Surgeon 53; hospital 73", "Surgeon 52; hospital 74", "Surgeon 74; hospital 53"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0101','["R05.1, R50.9", "J18.9, R05.1, R50.9", "J18.9 alone", "R05.1, R50.9, J18.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0102','["Z00.00, I10", "I10, Z00.01", "Z00.01, R03.0", "Z00.01, I10"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0103','["1.0 cm, D22.5; the layered closure is reported as well", "1.2 cm, D22.5; the layered closure is included", "1.2 cm, D22.5; the layered closure is reported as well", "2.5 cm, D22.5; the layered closure is included"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0104','["Intermediate: 9.5 cm for forearm and back; 2.5 cm for the hand", "Intermediate: 5.5 cm for the back; 6.5 cm for forearm and hand", "Intermediate: 4.0 cm, 5.5 cm and 2.5 cm, each on its own line", "Intermediate: 12.0 cm for forearm, back and hand together"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0105','["E11.621, L97.411, Z79.4", "E11.621, L97.412, Z79.4", "E11.622, L97.412, Z79.4", "L97.412, E11.621, Z79.4"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0106','["J44.9, J20.9", "J44.1, J20.9", "J44.0, J44.1, J20.9", "J44.0, J20.9"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0107','["T36.0X1A, L50.0", "L50.0, T36.0X6A", "L50.0, T36.0X5A", "T36.0X5A, L50.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0108','["B96.20, O23.42, Z3A.22", "N39.0, B96.20, Z33.1", "O23.41, B96.20, Z3A.22", "O23.42, B96.20, Z3A.22"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0109','["C16.2, D63.0", "D63.0, Z85.028", "D63.0, C16.2", "D64.81, C16.2"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0110','["L90.5, T23.301S", "L90.5, T23.301A", "T23.301S, L90.5", "L90.5, T23.301D"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0111','["G56.03; one line, modifier 51, two units", "G56.00; two lines, modifiers 59 and 51", "G56.01, G56.02; one line, modifier 50, one unit", "G56.03; one line, modifier 50, one unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0112','["G0121; Z12.11", "G0121-53; Z12.11", "G0121-73; Z12.11", "G0121-PT; Z12.11"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0113','["Z09, Z85.820", "Z08, Z85.820", "Z85.820, Z08", "C43.59, Z08"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0114','["Z43.0, Z93.0", "J95.03", "Z93.0", "Z43.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0115','["Z71.7", "Z11.4", "Z21", "R75"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0116','["Z20.1", "R76.11", "A15.0", "Z11.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0117','["H65.02, Z00.121", "Z00.121, H65.02", "Z00.129, H65.02", "Z00.01, H65.02"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0118','["M65.312; FA", "M65.311; FA", "M65.312; F5", "M65.322; F1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0119','["G0439 with modifier 25, and an office visit", "G0439, and an office visit with modifier 25", "G0438, and an office visit with modifier 25", "G0439 alone, which takes in any problem found"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0120','["T15.11XA", "S05.01XA", "T15.01XA", "S05.51XA"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0121','["J45.41, F17.210", "J45.901, Z77.22", "J45.40, Z77.22", "J45.41, Z77.22"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0122','["O99.332, Z72.0, Z3A.20", "F17.210, O99.332, Z3A.20", "O99.332, F17.210, Z3A.21", "O99.332, F17.210, Z3A.20"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0123','["S81.012A", "S81.012A, S80.212A", "S81.022A", "S80.212A, S81.012A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0124','["C50.919, Z15.01, Z80.3", "Z40.01, Z85.3, Z80.3", "Z40.01, Z15.01, Z80.3", "Z15.01, Z40.01, Z80.3"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0125','["Z48.02", "S61.411A", "Z48.02, S61.411S", "S61.411D"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0126','["Z30.430", "Z30.433", "Z30.431", "Z30.432, Z30.430"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0127','["T22.231A, T21.31XA, T31.10", "T21.31XA, T22.231A, T31.10", "T21.31XA, T22.231A, T31.11", "T31.10, T21.31XA, T22.231A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0128','["S93.401A, Z21", "B20, S93.401A", "S93.401A, R75", "S93.401A, B20"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0129','["I21.A1, I47.10", "I21.4, I47.10", "I47.10, I21.A1", "I47.10, I24.89"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0130','["I22.1, I25.2", "I22.1 alone", "I22.1, I21.09", "I21.19, I21.09"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0131','["80; $240", "AS; $204", "AS; $1,275", "AS; $240"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0132','["S54.01XA, S61.511A", "S64.01XA, S61.511A", "S64.01XA alone", "S61.511A, S64.01XA"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0133','["L89.154 alone", "L89.154, I96", "I96, L89.154", "I96, L89.153"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0134','["O98.712, B20, Z3A.24", "Z21, O98.712, Z3A.24", "O98.713, Z21, Z3A.24", "O98.712, Z21, Z3A.24"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0135','["I69.391, R13.12", "R13.12, I69.391", "R13.12, Z86.73", "I63.9, R13.12"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0136','["78 and RT; C50.411", "58 and RT; Z85.3", "58 and RT; C50.411", "79 and RT; C50.411"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0137','["J21.0", "J21.0, R06.2, R50.9", "J21.9, B97.4", "J20.5"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0138','["K22.70", "K22.711", "D00.1", "K22.710"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0139','["M80.08XD", "M80.08XA", "M84.48XA", "S32.010A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0140','["H65.23; modifier 50", "H65.33; modifier 50", "H65.03; modifier 50", "H65.23; modifier 51"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0141','["G0009 with Z23", "G0010 with Z23", "G0010 with Z20.5", "G0008 with Z23"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0142','["O34.219, Z3A.39, Z37.0", "O80, Z3A.39, Z37.0", "O82, Z3A.39, Z37.0", "O34.211, Z3A.39, Z37.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0143','["C34.11, Z51.12; J9271-JZ, 200 units", "Z51.11, C34.11; J9271-JZ, 200 units", "Z51.12, C34.11; J9271-JZ, 200 units", "Z51.12, C34.11; J9271-JZ, 2 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0144','["T39.1X1A, R11.2, F32.2", "R11.2, T39.1X2A, F32.2", "R11.2, T39.1X5A, F32.2", "T39.1X2A, R11.2, F32.2"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0145','["N18.6, T82.868A, Z99.2", "T82.818A, N18.6, Z99.2", "T82.868A, N18.6, Z99.2", "T82.868D, N18.6, Z99.2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0146','["D62, N92.0; J1756, 200 units", "D50.0, N92.0; J1756, 2 units", "D50.9, N92.0; J1756, 200 units", "D50.0, N92.0; J1756, 200 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0147','["M17.0; 50; J7325-JZ, 96 units", "M17.0; 50; J7325-JZ, 2 units", "M17.0; 59; J7325-JZ, 96 units", "M17.9; 50; J7325-JZ, 48 units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0148','["S83.211A; one line, with RT", "S83.211A; two lines, each with RT", "S83.211D; one line, with RT", "M23.231; one line, with RT"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0149','["A0428-JN; A0425-JN, 6 units", "A0428-NJ; A0425-NJ, 6 units", "A0428-NG; A0425-NG, 6 units", "A0429-NJ; A0425-NJ, 6 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0150','["GY; S52.502A", "GW; S52.502A", "GV; S52.502A", "GW; S52.502D"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0151','["P59.0, P07.38", "P07.38, P59.0", "Z38.00, P59.0, P07.38", "P59.9, P07.38"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0152','["E0601-RR-KI; G47.33", "E0601-NU; G47.33", "E0470-RR-KH; G47.33", "E0601-RR-KH; G47.33"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0153','["With modifier 79; M25.562", "With modifier 25; M25.562", "With modifier 24; M25.562", "Not at all, as day 35 lies within the package"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0154','["80; K57.20", "AS; K57.20", "62; K57.20", "82; K57.20"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0155','["O73.1", "O72.2, Z37.0", "O72.2", "O72.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0156','["78; T81.43XA, K65.1", "58; T81.43XA, K65.1", "79; T81.43XA, K65.1", "78; K65.1, T81.43XA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0157','["K40.90; surgeon 50 on one line, center two lines", "K40.20; surgeon and center 50 on one line each", "K40.20; surgeon 50 on one line, center two lines", "K40.20; surgeon two lines, center 50 on one line"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0158','["C44.311; excision, graft and donor closure", "C44.311; excision and graft", "C44.311; excision and closure of the ear", "C44.311; graft, which includes the excision"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0159','["S27.0XXA, S22.42XA, V43.52XA", "V43.52XA, S27.0XXA, S22.42XA", "S22.42XA, S27.0XXA, V43.52XA", "S27.0XXA, S22.32XA, V43.52XA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0160','["S68.120A; F6", "S68.110A; F7", "S68.110A; F6", "S68.610A; F6"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0161','["78 and LT; S82.252C", "58 and LT; S82.252B", "58 and LT; S82.252F", "58 and LT; S82.252C"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('case-0162','["S52.532S", "S52.532P", "S52.532K", "S52.532A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0001','["Liable: deliberate ignorance counts as knowing, and intent to defraud need not be proved", "Not liable: without proof of a specific intent to defraud there is no false claim", "Not liable: only the biller, who sent the claims, answers for what they say", "Liable only if an audit had already warned the practice that the claims were wrong"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0002','["Part A, which pays for everything furnished during an inpatient stay", "Part A for the operation, and Part B for the visits after discharge", "Part B, which covers a physician''s professional services to inpatients too", "Part C, which pays the professional fees that Part A leaves uncovered"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0003','["The whole chart, sent to a specialist who will treat the patient next week", "A copy of the patient''s own record, handed to the patient who asked for it", "Records sent to the HHS Secretary for a review of HIPAA compliance", "Notes sent to a health plan so that it can decide on payment of a claim"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0004','["Stark is violated only if one purpose of her referrals was the couple''s gain", "Stark is violated: a spouse''s ownership counts, and no intent need be shown", "Stark is not violated: only the physician''s own ownership counts under it", "Stark is not violated: needed tests may be referred whoever owns the laboratory"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0005','["$103.50", "$106.50", "$111.00", "$114.00"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0006','["Add modifier 59 to the column two code, because the sites are separate", "Add modifier XS to the column two code, because it is more precise than 59", "Add nothing, because indicator 0 means the edit was deleted and both are paid", "No modifier gets past this edit; only the column one code can be paid"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0007','["Under the physician''s number at 100 percent, because the physician was on site", "Under the physician''s number at 100 percent, because the patient is established", "Under the nurse practitioner''s number, paid at 85 percent of the fee schedule", "Under the physician''s number at 85 percent, because an NP furnished the care"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0008','["The practice, because a blank ABN signed by everyone is not a valid notice", "The patient, because an ABN was signed before the test was performed", "The patient, because an LCD denial is a statutory exclusion without need of an ABN", "The practice, because a denial under an LCD can never be charged to a patient"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0101','["Part A", "Part B", "Part D", "Part C"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0102','["Upcoding, which a change of the level would cure", "Downcoding, which raises the number of the lines", "Crosswalking, which maps one code to three others", "Unbundling, which NCCI edits are made to stop"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0103','["CMS issues the national one, the Medicare contractor the local one", "Congress issues the national one, the state government the local one", "CMS issues the national one, each hospital or practice the local one", "The OIG issues the national one, the Medicare contractor the local one"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0104','["In the NPPES registry of provider identifiers of CMS", "In the OIG''s List of Excluded Individuals and Entities", "In the OIG''s work plan of audits for the current year", "In the CMS file of providers who have opted out"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0105','["By writing the finding into the old note, so that it reads as on that day", "By replacing the old note with a new one that carries the date of the visit", "By a letter to the auditor, as a record may never be changed after a claim", "By an addition that is marked as late, dated today and signed, the old text kept"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0106','["He gets a screening examination whatever he can pay", "He gets a screening examination once he signs for the cost", "He is sent to a public hospital, which must take him", "He is seen only if he has Medicare, as EMTALA is a Medicare law"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0107','["Both are forbidden, as names are protected", "Both are allowed, with reasonable safeguards", "The sheet is allowed, and calling is forbidden", "Both need a written authorization in advance"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0108','["3 years", "4 years", "6 years", "10 years"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0109','["Routine waivers can be kickbacks and inducements", "Waivers are wrong unless all payers get the same", "Waivers are wrong only if the service is not needed", "There is none, as the practice gives up its own money"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0110','["The laboratory only, as it bills the program", "The physician only, as the one who refers", "Both, the one who pays and the one who takes", "Neither, as the tests were needed and correct"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0111','["To the patients and to HHS, both within 60 days of discovery", "To the patients and to the media, both within 60 days", "To HHS within 60 days, and to the patients who ask for it", "To the patients within 60 days; to HHS after the end of the year"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0112','["The specialist who gets referrals", "The coding and billing company", "The firm that cleans at night", "The health plans that pay the claims"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0113','["30 days, and no more, wherever the record may be", "60 days, and 30 more for records in an archive", "10 business days, and 10 more with her consent", "30 days, and 30 more if it tells her why in writing"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0114','["The month and the year of the admission", "The year in which the patient was admitted", "The exact age of a patient who was 93", "The five-digit ZIP code of the patient"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0115','["Bill the patient and send Medicare no claim", "Send the claim with GA and wait for a denial", "Send the claim with GZ and bill no one at all", "Not bill at all, as the choice means a refusal"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0116','["Modifier 59, as the indicator is 1 and allows it", "Modifier XS, as it is more exact than 59", "No modifier, as nothing sets the two apart", "Modifier 51, as two procedures were done"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0117','["$44", "$70", "$100", "$30"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0118','["December 31, 2026", "March 18, 2026", "March 18, 2027", "September 18, 2025"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0119','["A reconsideration by a QIC, 180 days from receipt", "A hearing before a judge, 60 days from receipt", "A redetermination by the contractor, 120 days from receipt", "A review by the Appeals Council, 60 days from receipt"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0120','["No, since incident-to does not apply in a hospital", "No, since a nurse practitioner can never bill incident-to", "Yes, since the physician made the plan that was followed", "Yes, since the nurse practitioner belongs to the group"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0121','["Go without a program, as it is meant for larger entities", "Name one person as compliance contact beside other duties", "Leave all of it to the company that does their billing", "Let the office attorney decide each case as it comes up"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0122','["$80,000 in damages, and a penalty for each claim", "$120,000 in damages, and no further penalty", "$40,000 in damages, and a penalty for each claim", "$120,000 in damages, and a penalty for each claim"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0123','["The notes, as payment needs no authorization", "The notes, cut down to the minimum necessary", "Not the notes, unless the patient authorizes it", "Not the notes, even if the patient authorizes it"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0124','["The wife''s plan, as she works and the firm has 20 or more", "Medicare, as he himself is retired and over 65", "Medicare, as the firm has fewer than 100 employees", "Whichever of the two receives the claim first"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0125','["The physician signs the note now, with today''s date", "The physician signs the note, with the date of the visit", "Another physician of the group signs an attestation", "The physician adds a signed attestation for that note"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0126','["$230.00", "$190.00", "$218.50", "$200.00"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0127','["It is suspended, for 180 days at most", "It runs on, as an overpayment is known", "It begins anew with each claim that is found", "It is lifted, until the last claim is checked"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0128','["The senior partner, who began the care", "The junior partner, who supervises it", "The nurse practitioner, at 85 percent", "Either physician, as the group is one"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0129','["No, as the ABN did not give the MUE value", "Yes, as the patient signed before the service", "No, as an MUE denial is a coding denial", "Yes, but only for the units above the MUE value"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0130','["$500,000 to $600,000", "$200,000 to $300,000", "$600,000 to $1,000,000", "$300,000 to $500,000"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0131','["No, as a theft is the act of somebody else", "No, as encrypted records are not unsecured", "Yes, as more than 500 records were lost", "Yes, but only the patients and not HHS"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0132','["A report of her hepatitis to the health department", "A claim with her diagnosis to her health plan", "A letter with her history to a surgeon who treats her", "A copy of her record to a lawyer, by her authorization"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0133','["Medicare, because the firm has fewer than 20 employees", "Medicare, because the firm has fewer than 100 employees", "The group plan, for as long as he goes on working there", "The group plan, for the first 30 months whatever its size"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0134','["Both bind, as each of them is Medicare policy", "The local one binds; the national one gets deference", "The national one binds; the local one gets deference", "Neither binds, as a judge follows only the statute"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0135','["Use the ABN, but with the name of the plan on it", "Ask the plan for a decision before the test is done", "Let her sign a letter of the practice to the same effect", "Do the test first and then appeal the plan''s denial"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0136','["An outside company bills them under a number of its own", "Another physician of the same group supervises the technician", "The X-rays are ordered by a second physician of the group", "The X-rays are taken on another floor of the same building"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0137','["The HHS Office of Inspector General", "The HHS Office for Civil Rights", "The Medicare contractor of the region", "The Federal Bureau of Investigation"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0138','["Not allowed, unless the Medicare contractor permits", "Not allowed, as only adopted code sets may be used", "Allowed, if the list is published for the patients", "Allowed, as both parties to the claim have agreed"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0139','["The Medicare administrative contractor (MAC)", "The quality improvement organization (QIO)", "The state Medicaid agency", "The recovery audit contractor (RAC)"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0140','["Yes, but only for psychotherapy and genetic tests", "No, as a practice may turn down any restriction", "No, as her plan has a right to the whole record", "Yes, as she has paid for it in full herself"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0141','["May 1, 2024", "June 30, 2027", "June 30, 2031", "June 30, 2024"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0142','["$20, if she signs a waiver", "The full $20", "Nothing at all", "Half of it, or $10"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0143','["The psychiatrist, up to the limiting charge", "The psychiatrist, as a nonparticipating one", "She herself, with the form for patients", "Nobody: she owes what the contract says"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0144','["A reconsideration by a QIC, 180 days", "A review by the Council, 60 days", "A reconsideration by a QIC, 120 days", "A hearing by a judge, 60 days"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0145','["The group health plan, as he is still working", "Medicare, as the firm has fewer than 20 workers", "Medicare and the carrier, one half of it each", "Workers'' compensation, for the work injury"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0146','["Leave it without an answer, as the entry is right", "Deny it, and tell her that it can go no further", "Deny it in writing and let her add a statement", "Delete the entry, as the patient owns her record"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0147','["March 1, 2027", "June 1, 2030", "March 1, 2023", "June 1, 2027"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0148','["From $1,800 on", "From $901 on", "From $1,300 on", "From $990 on"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0149','["Never, since she is not herself a party to the lawsuit", "At once, since every subpoena has the force of an order", "Once the record is cut down to the minimum necessary", "Once it is assured that she was notified of the request"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('comp-0150','["As pay for referrals, outside the safe harbors", "As allowed, as the safe harbor for employees fits", "As allowed, as all of the care was needed", "As allowed, as the marketer is no physician"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0001','["The laparoscopic removal with modifier 53, and the open removal", "The open removal of the gallbladder, as the only code", "The laparoscopic removal with modifier 22, as it took longer", "A diagnostic laparoscopy with modifier 59, and the open removal"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0002','["Tonsil removal under age 12, and adenoid removal under age 12", "Tonsil and adenoid removal, age 12 or over, one code once", "Tonsil and adenoid removal, under age 12, one code once", "Tonsil and adenoid removal, under age 12, with modifier 50"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0003','["Snare removal once; biopsy once with modifier 59 or XS", "Snare removal twice; biopsy once with modifier 59 or XS", "Snare removal once; the biopsy is included in it", "Diagnostic colonoscopy; snare removal once; biopsy once"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0004','["D12.5, Z12.11; modifier PT", "Z12.11, D12.5; modifier 33", "Z12.11, K63.5; modifier PT", "Z12.11, D12.5; modifier PT"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0005','["Flexible sigmoidoscopy, as the cecum was not reached", "Diagnostic colonoscopy with modifier 52", "Diagnostic colonoscopy with modifier 53", "Diagnostic colonoscopy with modifier 74"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0006','["The colectomy with anastomosis, as the only code", "The colectomy, and the exploration with modifier 51", "The colectomy, and the add-on code for appendectomy", "The colectomy, and the adhesion release with modifier 59"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0007','["Two initial reducible repairs, 4 cm each; mesh included", "One initial reducible repair, total 8 cm; mesh included", "One initial reducible repair, total 11 cm; mesh as add-on", "One initial reducible repair, total 11 cm; mesh included"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0008','["Dilation over a guide wire, biopsy, and control of bleeding", "Dilation over a guide wire and biopsy, both from the EGD family", "Dilation over a guide wire alone, as the larger service of the session", "Dilation from the esophagoscopy family, biopsy from the EGD family"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0101','["The diagnostic laparoscopy alone", "Both, the diagnostic one with modifier 51", "Both, the diagnostic one with modifier 58", "The laparoscopic appendectomy alone"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0102','["The banding code, three units", "The banding code, one unit", "The banding code, with modifier 50", "The banding code, with modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0103','["The hemorrhoid removal, with nothing for the anoscopy", "The anoscopy alone, as done first", "Both, the anoscopy with modifier 59", "Both, the anoscopy with modifier 51"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0104','["K57.32, K92.2", "K57.92, K92.2", "K57.33", "K57.31"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0105','["EGD with biopsy, two units", "EGD with biopsy, one unit", "EGD with biopsy, six units", "EGD, diagnostic, and a biopsy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0106','["K35.80", "R10.31", "K37", "K35.80, R10.31"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0107','["K64.1", "K64.3", "K64.8", "K64.2"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0108','["Snare removal, and biopsy with modifier 59", "Colonoscopy with biopsy alone, as it came first", "Snare removal, and biopsy with modifier 51", "Colonoscopy with snare removal, with nothing for the biopsy"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0109','["Colectomy; inguinal repair with modifier 59 or XS", "Colectomy; incisional repair with modifier 59 or XS", "Colectomy; incisional repair; inguinal repair", "Colectomy alone, as both hernias are included"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0110','["Removal, and adhesion release with modifier 59", "Removal, and adhesion release with modifier 51", "Gallbladder removal with modifier 22", "Gallbladder removal with modifier 52"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0111','["G0500, one unit", "G0500, one unit, and one add-on", "G0500, two units", "Nothing, as sedation is included"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0112','["July 2026", "June 2026", "June 2034", "May 2026"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0113','["60 dollars", "80 dollars", "40 dollars", "0 dollars"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0114','["The tube, and diagnostic EGD with modifier 51", "The endoscopic placement of the tube alone", "The tube, and diagnostic EGD with modifier 59", "The open surgical placement of the tube alone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0115','["Colonoscopy with snare, modifier 53", "Sigmoidoscopy with snare removal", "Colonoscopy with snare, modifier 52", "Diagnostic colonoscopy, modifier 52"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0116','["Diagnostic EGD with modifier 53", "Diagnostic EGD with modifier 52", "Diagnostic EGD with no modifier", "Diagnostic esophagoscopy alone"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0117','["Initial repair with modifier 50, for both sides", "Recurrent repair with modifier 50, for both sides", "Initial repair with RT, recurrent repair with LT", "One repair by total size, as for the front wall"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0118','["Laparoscopic removal, and a duct injection code", "Laparoscopic removal with duct exploration, one code", "Laparoscopic removal, modifier 22 for the imaging", "Laparoscopic removal with cholangiography, one code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0119','["K66.0, K56.609", "K56.51", "K56.52", "K56.52, K66.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0120','["Modifier 78", "Modifier 58", "Modifier 79", "Modifier 76"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0121','["Colectomy, and the add-on for needle biopsy of the liver", "Colectomy alone, as the abdomen was open in any case", "Colectomy, and needle biopsy of the liver through the skin", "Colectomy, and a wedge biopsy of the liver in the open"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0122','["The suture code with modifier 59 added", "Nothing beside the planned resection", "The suture code with modifier 78 added", "The suture code with modifier 51 added"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0123','["K50.80, K56.609", "K50.012, K50.112", "K50.812", "K50.012"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0124','["K42.0", "K42.0, K42.1", "K42.9", "K42.1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0125','["Z93.3", "Z43.3, Z93.3", "Z48.815", "Z43.3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0126','["G0121 with modifier PT", "G0121 with modifier KX", "G0105 with modifier KX", "G0121 with modifier 53"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0127','["Stent placement twice, the second with modifier 59", "Stent placement once, for any number of stents", "Stent placement twice, and the cut of the papilla", "Stent placement once, with modifier 50 added"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0128','["The ERCP code with modifier 53", "The ERCP code with modifier 52", "The ERCP code with modifier 22", "An EGD code for what was done"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0129','["Nothing, as it checked the surgeon''s own work", "Diagnostic EGD with modifier 51 on the line", "Diagnostic EGD with modifier 59 on the line", "Diagnostic EGD with modifier 58 on the line"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0130','["One repair: initial, reducible, 9 cm", "One repair: initial, incarcerated, 9 cm", "One repair: initial, incarcerated, 5 cm", "Two repairs: reducible 2 cm; incarcerated 3 cm"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0131','["Snare and hot forceps, one unit each, no ablation", "Snare and hot forceps one unit, ablation two units", "Snare, hot forceps and ablation, one unit each", "Snare removal, three units, for the three lesions"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0132','["Mucosal resection, and submucosal injection", "Submucosal injection, and snare removal", "Endoscopic mucosal resection as the only code", "Mucosal resection, and snare removal with 59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0133','["Enteroscopy family, modifier 52", "Enteroscopy family, modifier 53", "Enteroscopy family, unmodified", "EGD family, diagnostic"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0134','["I85.11, K70.30", "K70.30, I85.01", "K70.30, I85.11", "K70.31, I85.11"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0135','["K25.4, T39.315A", "T39.315A, K25.4", "K25.4, T39.395A", "T39.311A, K25.4"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0136','["Control of bleeding with modifier 59", "Nothing, as it was caused by the polypectomy", "Snare removal again, with modifier 76", "Control of bleeding with modifier 78"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0137','["An add-on code for mesh, one unit", "The repair code with modifier 22", "A mesh code with modifier 59 added", "Nothing, as the repair includes it"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0138','["K22.710", "K22.719", "K22.711", "K22.70"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0139','["A04.71", "A04.72", "K52.9", "K52.9, A04.72"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0140','["Colonoscopy with modifier 52", "Colonoscopy through a stoma", "Flexible sigmoidoscopy", "Ileoscopy through a stoma"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0141','["The single-resection code twice, the second with 59", "The single-resection code once, with modifier 22", "The single-resection code once, and the add-on once", "The single-resection code once, and the add-on twice"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0142','["The colectomy alone, as with any appendix", "The colectomy, and the add-on appendectomy", "The colectomy, and a primary appendectomy", "The colectomy alone, with modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0143','["The hernia repair for his age, and a hydrocelectomy", "The hernia repair for his age, hydrocele included", "The hernia repair for age 5 or over, modifier 52", "The hydrocelectomy, which takes in the hernia"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0144','["The laparoscopic ablation code, three units", "The laparoscopic ablation code, modifier 50", "The laparoscopic ablation code, one unit", "The laparoscopic code once, the open code twice"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0145','["K60.323", "K60.321", "K60.313", "K60.311"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0146','["1,500 units", "45,000 units", "30 units", "450 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0147','["K94.02, L03.311", "L03.311, K94.02", "K94.03, L03.311", "L03.311, Z93.3"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0148','["D12.4", "K51.40", "K63.5", "D12.6"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0149','["One code for EGD with ultrasound-guided aspiration", "EGD with aspiration, and a code for the ultrasound", "Diagnostic EGD, and EGD with guided aspiration", "Needle biopsy of the pancreas through the skin"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0150','["$780", "$590", "$670", "$940"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0151','["K70.30, R18.8, F10.21", "K70.31, F10.21", "K70.31, F10.20", "F10.21, K70.31"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0152','["The ERCP codes for stent removal and placement", "The exchange code, and balloon dilation with 59", "The ERCP code for stent exchange, once", "The ERCP code for placement, with modifier 76"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0153','["The colectomy alone, as freeing is included", "The colectomy, and adhesion release with 59", "The colectomy alone, with modifier 22 added", "The colectomy, and the add-on for the flexure"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('dige-0154','["K35.33", "K35.201", "K35.201, K65.1", "K35.211"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0001','["Established, because a colleague of the same specialty gave a paid service within three years", "New, because each physician counts separately, even within one group and specialty", "New, because a reading without a face-to-face service does not count", "Established, because the group has held a record on the patient for over a year"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0002','["On medical decision making alone", "On total time on the date alone", "On either one, whichever gives the higher level", "On history, examination and decision making together"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0003','["Straightforward: data reach only the minimal level", "Moderate: two orders and two reviews make four data items", "Moderate: prescription drug management sets the level by itself", "Low: problem and data stay in the low row, risk alone is moderate"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0004','["42 minutes", "38 minutes", "43 minutes", "50 minutes"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0005','["First-hour code once and the 30-minute add-on once", "First-hour code once and no add-on", "First-hour code once and the 30-minute add-on twice", "First-hour code twice and no add-on"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0006','["Preventive visit code with 25, plus the office visit code without a modifier", "Preventive visit code only, as both were done by one physician in one encounter", "Office visit code only, at a higher level that takes in the preventive work", "Preventive visit code, plus the office visit code with modifier 25"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0007','["Under the nurse practitioner, on 60 minutes, with modifier FS", "Under the physician, on 60 minutes, with modifier FS", "Under the physician, on 60 minutes, as incident-to, without FS", "Under each of them, on 35 and on 25 minutes, both with FS"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0008','["Both: initial hospital care; modifier AI on the cardiologist''s code only", "Hospitalist: initial hospital care with AI; cardiologist: subsequent hospital care", "Both: initial hospital care; modifier AI on the hospitalist''s code only", "Hospitalist: initial hospital care with AI; cardiologist: inpatient consultation"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0101','["Established, as one physician of the group saw her within three years", "New, as the first visit with any given physician is always a new visit", "Established, as the whole group shares one chart and one billing number", "New, as no dermatologist of the group has treated her in three years"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0102','["Established, because she herself gave him a service within three years", "Established, because his records were sent over to practice Y", "New, because practice Y has never given this man any service", "New, because a change of tax number starts the count afresh"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0103','["As two visits, the second one with modifier 25 appended", "As one visit, at a level that reflects the combined work", "As two visits, one under each internist, with no modifier", "As one visit, at the level of the longer of the two alone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0104','["Both are counted in elements and must reach the level of the MDM", "Either of them may replace one of the elements of the MDM", "Both must be medically appropriate, but neither sets the level", "Neither of them needs to be recorded if the MDM is complete"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0105','["High, by the number of drugs", "Low, by problems and risk", "Straightforward, for want of data", "Moderate, by problems and risk"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0106','["Limited, with two items", "Extensive, with five items", "Moderate, with three items", "Minimal, with one item"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0107','["The blood count only", "The tracing only", "Neither of them", "Both of them"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0108','["Minimal: one self-limited or minor problem was addressed", "Moderate: one acute and one chronic illness were addressed", "Low: one acute, uncomplicated illness was addressed", "Moderate: a chronic illness outranks the acute infection"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0109','["As a chronic illness that is not stable: moderate", "As a stable chronic illness, since he feels well: low", "As a stable chronic illness, since the drug stays: low", "As a severe exacerbation of a chronic illness: high"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0110','["With the 30-minute critical care add-on code by itself", "With a suitable hospital visit code, not as critical care", "With the first-hour critical care code and modifier 52", "With the first-hour critical care code, without a modifier"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0111','["Two subsequent hospital visits", "First-hour code by each of them", "First-hour code once, on 45 minutes", "First-hour code once, one add-on"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0112','["Critical care only, it takes in the visit", "The visit only, at the highest level", "Both services, with modifier FS", "Both services, with modifier 25"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0113','["Separately, with modifier FS", "Separately, with modifier FT", "Separately, with modifier 78", "Not at all, the package pays it"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0114','["G2212, four units", "G2212, three units", "G2212, one unit", "G2212, two units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0115','["The visit alone, with 95 minutes on the date", "The visit, and G0318 twice for 145 minutes", "The visit, and G0318 once for 145 minutes", "The visit alone, with 115 minutes in the window"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0116','["No, since G2211 is never paid on a visit with modifier 25", "No, since G2211 is kept for specialists of a single illness", "Yes, since the other service is a Part B vaccination", "Yes, since G2211 is paid with any other service that day"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0117','["G0439", "G0438", "G0403", "G0402"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0118','["April 14, 2026", "May 1, 2026", "January 1, 2026", "May 14, 2026"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0119','["It shows that the planning was done by clinical staff", "It lifts the patient''s deductible and coinsurance for it", "It lets the planning be paid without a time record", "It shows that the planning was separate from the visit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0120','["$220", "$350", "$90", "$0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0121','["Initial hospital inpatient or observation care only", "An office or other outpatient visit at any level", "The same-day admission and discharge service", "Initial care and a separate discharge day service"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0122','["30 minutes or less, as only the examination counts", "More than 30 minutes, as the total time of the day counts", "30 minutes or less, as the time was not continuous", "30 minutes or less, and a prolonged service beside it"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0123','["Discharge day service, dated June 10", "Subsequent hospital visit, dated June 8", "Discharge day service, dated June 8", "No service, as the patient had died"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0124','["A home or residence visit", "An emergency department visit", "Initial observation care", "An office or other outpatient visit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0125','["The office visit and the initial hospital care", "The office visit only, as it came first on that date", "Initial hospital care only, its level covering both visits", "The office visit with 25 and the initial hospital care"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0126','["Assistant: initial care; physician: initial care", "Assistant: nothing; physician: initial care", "Assistant: initial care; physician: subsequent care", "Assistant: subsequent care; physician: initial care"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0127','["Every 30 days for 90 days, then every 60 days", "Every 14 days for 90 days, then every 30 days", "Every 30 days for as long as the resident stays", "Every 30 days for 60 days, then every 90 days"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0128','["With GE, at any level that the MDM supports", "With GC, at any level that the MDM supports", "With GC, at one of the three lower levels", "With GE, at one of the three lower levels"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0129','["25 minutes", "38 minutes", "18 minutes", "45 minutes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0130','["Contact by June 7, visit by June 12", "Contact by June 9, visit by June 12", "Contact by June 12, visit by June 16", "Contact by June 9, visit by June 19"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0131','["Established office visit", "New patient office visit", "Initial hospital care", "Office consultation"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0132','["No, split visits exist only in facility settings", "No, as the nurse practitioner saw the patient first", "Yes, as the physician did the substantive portion", "Yes, if modifier FS is put on the visit code"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0133','["Z00.01, R03.0", "R03.0, Z00.01", "Z00.00, R03.0", "Z00.01, I10"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0134','["Z00.110", "Z00.121", "Z00.129", "Z00.111"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0135','["Yes, as 41 minutes count", "No, as only 25 minutes count", "Yes, as 35 minutes count", "No, as only 14 minutes count"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0136','["Office visit code, place of service 10", "CPT telemedicine visit code of 2025, place 10", "Office visit code, place of service 02", "Office visit code, place of service 12"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0137','["Nursing facility services", "Home or residence services", "Office or outpatient visits", "Domiciliary or rest home care"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0138','["Z00.129", "Z02.0", "Z02.89", "Z02.5"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0139','["Established, as the three years are not over", "New, as the third calendar year has begun", "New, as the last visit was years ago", "Established, as once seen is always known"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0140','["Z23, Z00.129", "Z23", "Z00.129, Z23", "Z00.121, Z23"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0141','["Minimal", "Limited", "Extensive", "Moderate"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0142','["Minimal, as money is no medical matter", "Moderate, as social factors limit the treatment", "Low, as no prescription has been changed", "High, as her treatment may fail altogether"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0143','["Moderate: a new problem of uncertain prognosis", "Low: an acute, uncomplicated illness or injury", "High: a threat to her life or bodily function", "Minimal: a self-limited or minor problem"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0144','["$102.00", "$96.00", "$81.60", "$69.36"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0145','["34 minutes", "42 minutes", "67 minutes", "52 minutes"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0146','["Office or outpatient consultation", "New patient office visit", "Emergency department visit", "Initial hospital inpatient care"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0147','["The initial nursing facility care alone", "The discharge day service from the hospital alone", "The discharge, and initial nursing facility care", "The discharge, and a subsequent hospital visit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0148','["45 minutes", "55 minutes", "35 minutes", "30 minutes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0149','["Low", "High", "Straightforward", "Moderate"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0150','["Extensive", "Moderate", "Limited", "Minimal"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0151','["Under the intensivist: first hour once, with FS", "Under the intensivist: first hour and add-on, FS", "Under each of them: first hour once, without FS", "Under the assistant: first hour once, with FS"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0152','["One service, as 32 minutes add up to 20", "Two services, one for each of the two months", "Nothing, as neither month reaches 20 minutes", "One service for May, which is nearly 20"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0153','["Moderate, as the operation is elective", "High, as risk factors of the patient are named", "Moderate, as his illnesses are stable", "High, as every major operation is high"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('emgt-0154','["High, by the monitoring for toxicity alone", "Moderate, by problem and risk", "Low, by the data of two laboratory tests", "High, by the problem and by the risk"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0001','["Vasectomy with modifier 50; the semen examination is included", "Vasectomy once; the semen examination is a second code", "Vasectomy once; the semen examination is included", "Vasectomy with modifier 50; the semen examination is a second code"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0002','["The antepartum-only code for four to six visits, once", "The antepartum-only code for four to six visits, five units", "The complete maternity package with modifier 52", "Five evaluation and management visits, one for each date"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0003','["Ureteroscopic stone breaking; stent insertion with modifier 59", "Ureteroscopic stone breaking with stent insertion, one code", "Diagnostic cystoscopy; stone breaking with stent insertion", "Diagnostic ureteroscopy; stone breaking; stent insertion"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0004','["Clamp circumcision without a modifier", "Clamp circumcision with modifier 53", "Surgical-excision circumcision, 28 days or younger", "Clamp circumcision with modifier 52"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0005','["The ordinary cesarean package, since in the end the child was delivered by surgery", "The package for vaginal birth after cesarean, with modifier 53 for the failed attempt", "The ordinary vaginal package, plus a cesarean code for the delivery alone", "The cesarean package that follows an attempted vaginal birth after cesarean"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0006','["The transurethral resection of the prostate, as the only code", "The resection, and the urethral dilation with modifier 51", "The resection, and the cystoscopy with modifier 59", "The resection, the meatotomy and the catheter insertion"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0007','["Laparoscopically assisted vaginal hysterectomy, over 250 g, with tubes and ovaries", "Total laparoscopic hysterectomy, 250 g or less, with tubes and ovaries", "Total laparoscopic hysterectomy, over 250 g, with tubes and ovaries", "Total laparoscopic hysterectomy, over 250 g; tubes and ovaries apart with modifier 50"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0008','["The complete package of maternity care with vaginal delivery, once", "Two office visits; vaginal delivery that includes postpartum care", "Antepartum care of four to six visits; delivery with postpartum care", "Two office visits; vaginal delivery alone; postpartum care alone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0101','["Diagnostic cystoscopy, and five biopsies", "Cystoscopy with biopsy, modifier 50", "Cystoscopy with biopsy, one unit", "Cystoscopy with biopsy, five units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0102','["Twice, with LT and RT, for payment at the full fee of each", "Twice, the second line with modifier 51, at half of the fee", "Once with modifier 50, for payment at 150 percent of the fee", "Once, without a modifier, as no more is paid for a second ureter"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0103','["The cystoscopy, and the open operation with 58", "The open operation alone", "The open operation, and the cystoscopy with 52", "The open operation, and the cystoscopy with 59"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0104','["Both: the cystoscopy, and the open repair with modifier 58", "Only the open repair, because endoscopy before it is a scout", "Both: the cystoscopy with modifier 53, and the open repair", "Both: the cystoscopy, and the open repair with modifier 78"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0105','["Not reported; the main code takes 22 for the added work", "Reported as well, with 50 to show that two were repaired", "Reported as well, with 59 or XS to show the other site", "Not reported, since the main code names hernia repair"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0106','["One code, from the section that best describes the service", "Both codes, with 51 on the lower valued of the two services", "One code, always from the 10,000 series since skin was cut", "Both codes, as skin and mucosa were each cut in the excision"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0107','["The open lysis code, as adhesions were cut by hand", "The laparoscopic lysis code with modifier 51 attached", "Nothing: it is included in the laparoscopic operation", "The laparoscopic lysis code with modifier 59 attached"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0108','["The dilation and curettage alone", "The examination alone, as it came first", "Both, the examination with modifier 25", "Both, the examination with modifier 59"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0109','["The abdominal hysterectomy alone, with Z53.39", "The abdominal hysterectomy alone, with Z53.31", "Both hysterectomies, the first with 53; Z53.39", "The vaginal hysterectomy alone, with Z53.31"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0110','["One line without modifier; 100 percent of the fee", "One line with modifier 51; 150 percent of the fee", "One line with two units; 200 percent of the fee", "One line with modifier 50; 150 percent of the fee"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0111','["$1,050", "$845", "$640", "$900"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0112','["76", "78", "58", "79"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0113','["79", "None", "78", "58"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0114','["April 15", "March 31", "March 24", "September 20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0115','["The consent fails: a consent signed in pregnancy cannot serve for the delivery", "The consent fails: fewer than 30 days lie between signing and operation", "The consent serves: signed 30 days before the due date and 72 hours earlier", "The consent serves: premature delivery lifts every waiting time for the form"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0116','["E03.9, Z85.850", "E89.0, Z85.850", "E89.0, C73", "C73, E03.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0117','["March 2026", "April 2026", "March 2025", "February 2026"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0118','["The office visit, G0102 and G0103, each of them paid apart", "The office visit alone; both screenings are bundled into it", "The office visit and G0103; G0102 is bundled into the visit", "G0102 and G0103; the office visit is bundled into the screening"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0119','["J9030, 1 unit, JZ", "J9030, 5 units, no modifier", "J9030, 50 units, JZ", "J9030, 50 units, JW"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0120','["A4352", "A4338", "A4351", "A4353"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0121','["Yes: with modifier 59, since the monitoring came before birth", "Yes: monitoring in labor has its own code for any physician", "No: monitoring is a hospital service that no physician reports", "No: monitoring in labor by the one who delivers is included"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0122','["A simple skin repair of the perineum", "The maternity package with modifier 22", "The episiotomy repair code with modifier 51", "Nothing beyond the maternity package"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0123','["G0416 with modifier 59, and one CPT code", "A surgical pathology code of CPT, 12 units", "G0416, one unit for the whole set of cores", "G0416, 12 units, one for each labeled jar"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0124','["N39.46 alone", "N39.46, N32.81", "N39.3, N32.81", "N39.3, N39.41, N32.81"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0125','["N18.31, Z94.0", "N18.30, Z94.0", "T86.19, N18.31", "T86.12, N18.31"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0126','["N40.1 alone", "N40.1, R33.8, R35.1", "N40.0, R33.8, R35.1", "N40.1, R33.9, R35.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0127','["B96.20, N30.01", "N30.01, B96.20", "N39.0, B96.20", "N30.00, R31.9, B96.20"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0128','["E11.9, N52.1, Z79.84", "E11.69, N52.9, Z79.4", "N52.1, E11.69, Z79.84", "E11.69, N52.1, Z79.84"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0129','["N13.6, B96.20", "N13.2, B96.20", "N13.2, N39.0, B96.20", "N20.1, N13.30, B96.20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0130','["R97.20, Z85.46", "C61, R97.21", "R97.21, Z85.46", "C61 alone"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0131','["N39.0, T83.511A", "T83.511A, N39.0", "T83.510A, N39.0", "T83.511D, N39.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0132','["D06.9", "R87.613", "N87.0", "N87.1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0133','["O21.0, E86.0, Z3A.19", "O21.2, Z3A.19", "O21.1, Z3A.19", "O21.1, Z3A.20"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0134','["O09.512, Z3A.30", "O09.513, Z3A.30", "Z34.03, Z3A.30", "O09.523, Z3A.30"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0135','["O80, Z37.0, Z3A.40", "O70.20, Z37.0, Z3A.40", "O80, O70.1, Z37.0, Z3A.40", "O70.1, Z37.0, Z3A.40"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0136','["O11.3, I10, Z3A.33", "O14.93, O10.013, Z3A.33", "O13.3, O10.013, Z3A.33", "O11.3, O10.013, Z3A.33"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0137','["Cesarean package, modifier 22", "Cesarean package, nothing else", "Cesarean package, and the add-on", "Cesarean package, add-on with 50"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0138','["Z30.2", "Z30.09", "Z98.52", "Z30.8"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0139','["That code, and a curettage with 51", "That code twice, biopsy and polyp", "That code, and diagnostic hysteroscopy", "The hysteroscopic code, once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0140','["Z39.2", "Z39.0", "Z09", "Z34.90"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0141','["O24.419, Z3A.26", "R73.02, Z3A.26", "O99.810, Z3A.26", "O24.410, Z3A.26"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0142','["As one of the routine visits in the package", "As a visit of its own, outside the package", "As nothing, since the package covers nine months", "As a reason for modifier 22 on the package"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0143','["O03.4; surgical completion of incomplete abortion", "O02.1; dilation and curettage, nonobstetrical", "O03.9; induced abortion by dilation and curettage", "O02.1; surgical treatment of missed abortion"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0144','["That one code, three units", "That one code, one unit", "Colposcopy, biopsy and curettage", "That code, and a curettage code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0145','["Cystoscopy with modifier 59 added", "Nothing, as it checks the operation", "Cystoscopy with modifier 51 added", "Cystoscopy with modifier 58 added"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0147','["O44.03, Z3A.33", "O44.13, Z3A.33", "O44.33, Z3A.33", "O44.13, Z3A.34"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0148','["O03.9, Z3A.09", "O03.9", "O03.4", "O02.1, Z3A.09"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0149','["Nine visits, one for each date; postpartum-only code", "The complete maternity package, once, with modifier 52", "Antepartum-only code for seven or more; delivery with postpartum", "Antepartum-only code for seven or more; postpartum-only code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0150','["O32.1XX1, O30.043, Z3A.31", "O32.1XX0, O30.043, Z3A.31", "O32.1XX2, O30.041, Z3A.31", "O32.1XX2, O30.043, Z3A.31"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0151','["O94, N39.3", "O90.89, N39.3", "N39.3, O94", "N39.3 alone"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0152','["O34.211, Z37.0, Z3A.39", "O82, Z37.0, Z3A.39", "O34.219, Z37.0, Z3A.39", "Z98.891, Z37.0, Z3A.39"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0153','["The code for the remaining tissue, modifier 58", "The code for the remaining tissue, modifier 78", "The code for the remaining tissue, modifier 79", "The code for a total thyroidectomy, modifier 58"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('geni-0154','["The sterilization form, and a wait of 30 days", "The sterilization form, and a wait of 72 hours", "Her signature that she was told of the sterility", "Nothing, as the operation has a medical reason"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0001','["Report costochondritis; a probable diagnosis is coded as if it were established", "Report the chest pain first and the costochondritis second, as the likely cause", "Report the chest pain; a diagnosis called probable or rule out is not coded", "Report pulmonary embolism; the most serious condition under study comes first"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0002','["June 7", "June 8", "June 9", "June 10"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0003','["The drainage with modifier 78, because it was unplanned and related to the surgery", "The drainage with modifier 79, because an abscess is a new diagnosis", "The visits with modifier 24, because an infection is not routine aftercare", "Nothing, because the complication was treated without an operating room"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0004','["The surgeon''s procedure code with modifier 55, dated the day of surgery", "The surgeon''s procedure code with modifier 54, dated the day of surgery", "An office visit code with modifier 55, dated the day care was taken over", "An office visit code with modifier 24, dated each day the patient is seen"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0005','["The high blood pressure, because it stopped the operation", "The inguinal hernia, because it is the reason for the surgery", "A code from Z53, because the procedure was not carried out", "A code from Z01.81, because only the preoperative check was done"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0006','["Z01.810, M16.11, I48.91", "I48.91, Z01.810, M16.11", "M16.11, Z01.810, I48.91", "Z01.818, M16.11, I48.91"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0007','["F45.8 only, because a code excluded by an Excludes1 note is never added to it", "G47.63 only, because an Excludes1 note sends the coder to the code it names", "F45.8 and G47.63, because Excludes1 lets both be coded however they are related", "F45.8 and G47.63, because unrelated conditions are the exception to Excludes1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0008','["The destruction, and a new patient visit with modifier 57 for the decision", "The destruction, and a new patient visit with modifier 25, the patient being new", "The destruction alone, because the decision belongs to the minor procedure", "The destruction, and a new patient visit with no modifier, the patient being new"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0101','["T16.1A", "T16.1XA", "T16.1XXA", "T16.1AXX"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0102','["Only the first code is reported, because the second is excluded from it", "Only the second code is reported, because the note sends the coder to it", "Both codes may be reported only after the provider calls them unrelated", "Both codes may be reported, because the patient can have both at once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0103','["It is an other specified code: the disease is named but has no code of its own", "It is an unspecified code: the record does not say enough for a better one", "It is a temporary code: it must be replaced when the diagnosis is confirmed", "It is a manifestation code: the underlying disease must be listed before it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0104','["The breast lump, since a claim shows why the patient came and not what was found", "The fibroadenoma, since the confirmed postoperative diagnosis is more definitive", "The suspected fibroadenoma, since the preoperative diagnosis justified the surgery", "Both, with the breast lump first and the fibroadenoma as an additional diagnosis"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0105','["Because it looks into a sign the patient already has", "Because the patient is too old for a screening test", "Because a physician and not the patient asked for it", "Because its result may be abnormal in the end"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0106','["Codes sepsis of unspecified organism, for that is its meaning", "Codes a urinary tract infection, for the culture is positive", "Asks the provider what is meant, for the term has no code", "Codes both a urinary tract infection and sepsis, to be safe"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0107','["A second code, to be listed after the one that is shown", "A seventh character, which is A at the first visit", "Nothing more, for the dash only ends the printed entry", "More characters, to be looked up in the Tabular List"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0108','["A visit with modifier 25, apart from the surgery", "A visit with modifier 24, unrelated to the surgery", "A visit with modifier 79, unrelated to the surgery", "No visit, as it falls within the 90 days"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0109','["Yes, because and in a title means and or or", "Yes, but with a second code to exclude the joint", "No, because the title requires both of the sites", "No, so the unspecified code of the category is used"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0110','["As unrelated, until the physician documents a link between them", "As related, unless the record clearly says that they are not", "As related, but only after the physician has answered a query", "As unrelated, with the neuropathy first if it is the main problem"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0111','["Both, in the order of what was mainly treated at this visit", "Only the first, for the brackets hold an optional extra", "Both, and the code in brackets second, whatever was treated", "Only the second, for the brackets hold the more exact code"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0112','["Both codes, the chronic one first", "The acute code only, as it covers both", "The chronic code only, as it lasts longer", "Both codes, the acute one first"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0113','["Code it, because the provider''s statement is enough for the code", "Leave it out, because the laboratory values do not support it", "Code an abnormal kidney test instead, as a safer description", "Code it as uncertain, because the criteria are not all met"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0114','["Yes, since a nurse may document any part of a diagnosis", "No, since only the provider''s own words may be coded", "Yes, since laterality may come from other clinicians", "No, since a missing side is always coded as unspecified"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0115','["No, because only a physician may measure and record the index", "No, because the provider documents no diagnosis to go with it", "Yes, because the value is documented by a qualified clinician", "Yes, but the coder must add a code for obesity to go with it"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0116','["The word complication in the provider''s own writing", "Proof that the ileus began within two days of surgery", "Nothing more, as it followed the operation directly", "Documentation that the ileus is due to the operation"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0117','["The cough and the fever, as they were the reason for the test", "The pneumonia first, and then the cough and the fever", "The pneumonia alone, as the report confirms it", "The cough and the fever first, and then the pneumonia"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0118','["The vomiting, as the reason for the observation", "The hernia, as the reason for the surgery", "Whichever of the two took the greater effort", "An aftercare code, as the surgery was complete"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0119','["For the aspirin, taken for long to prevent a disease", "For the antibiotic, taken now for a present disease", "For both, since both were ordered by a physician", "For neither, since no chronic disease is treated"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0120','["Z34 may be used with chapter 15 only as the second code", "Z34 is for first visits only, and this is a later one", "Z34 is right, but a code for the week must come first", "Z34 is not used together with any code from chapter 15"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0121','["The fall and the place, each with a D as seventh", "The fall only, with an A as its seventh character", "None, as they are reported only at the first visit", "The fall only, with a D as its seventh character"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0122','["A clinician or provider signs it off, so that it is in the record", "A physician must examine the patient and confirm the shortage", "A social worker must interview the patient and certify the need", "Nothing, for the patient''s own words may be coded as they stand"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0123','["The fracture first, then the bruise", "The fracture only", "The bruise first, then the fracture", "One code for multiple injuries"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0124','["June 6", "June 8", "June 7", "August 26"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0125','["With modifier 25, as a visit apart from the surgery", "With modifier 24, as it came before the operation", "With modifier 57, as the decision for major surgery", "With no modifier, as it was on a different day"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0126','["78: it is paid, but only the part for the operation", "58: it is paid, and a new postoperative period begins", "79: it is paid, and a new postoperative period begins", "58: it is paid, but the first period simply goes on"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0127','["$1,470", "$2,040", "$1,345", "$1,020"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0128','["The visit in full, for another physician made it", "The visit with modifier 24, for the surgeon was away", "The visit with modifier 55, for care was taken over", "Nothing, for the group''s package includes it"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0129','["H25.12", "H25.13", "H25.11", "H25.11, H25.12"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0130','["Codes the infarction, as an inpatient uncertain diagnosis counts", "Codes only the chest pain, as nothing else was established", "Codes observation for a suspected condition that was ruled out", "Looks under Impending in the Index and uses the code given there"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0131','["By its symptoms, for an office may not code what is uncertain", "As confirmed in a hospital stay, but by its symptoms here", "As confirmed, for borderline is not an uncertain diagnosis", "Not at all, until a later note drops the word borderline"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0132','["Zika virus disease is coded, for inpatient suspicions count", "The fever and the rash are coded, for only confirmed Zika is", "A viral infection of unspecified kind is coded in its stead", "Nothing is coded, until the pending test has been reported"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0133','["Z00.00, I10", "Z00.01, I10", "I10, Z00.00", "I10, Z00.01"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0134','["The bus accident, because transport ranks above weather", "The hurricane, because cataclysms rank above transport", "The place of the accident, because it is the most exact", "Either, because both events led to the same injury"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0135','["From chapter 10, because pneumonia is a lung disease", "From chapter 16 and chapter 10, one code from each", "From chapter 18, because the cause is not established", "From chapter 16, because the birth process is the default"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0136','["N, because it began after her arrival at the hospital", "U, because it was not there when she first came in", "Y, because it began before the inpatient order", "W, because nobody can say when it really began"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0137','["L89.154", "L89.153", "L89.159", "L89.153, L89.154"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0138','["The full fee schedule amount, and a new global period begins", "The full fee schedule amount, while the first period goes on", "The intraoperative value only, and no new global period begins", "Nothing, as complications are within the package of the first"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0139','["$204.00", "$240.00", "$255.00", "$1,275.00"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0140','["The procedure with modifier 74, paid at 100 percent", "The procedure with modifier 73, paid at 50 percent", "The procedure with modifier 53, paid at 50 percent", "Nothing, because the procedure was never started"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0141','["None, until the provider has been queried", "The one beside the main term, the default code", "The one for the acute form, as care was needed", "Two codes, one for acute and one for chronic"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0142','["Not at all, as they belong to the pneumonia", "After the pneumonia, as additional codes", "Only the fever, as it needed treatment", "Before the pneumonia, as reasons for the visit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0143','["51 on the primary code instead of the add-on", "59, as the add-on is work of its own", "No 51: add-on codes are exempt from it", "51, as it marks each code after the first"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0144','["The closest Category I code, with modifier 52", "The Category I code that comes closest in its work", "The unlisted code of the body system, with a report", "The Category III code, as it describes the work"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0145','["Twice, as there are two separate conditions", "Twice, the second time with modifier 59", "Once only, though it stands for two conditions", "Once, with an unspecified code for the other"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0146','["The code with the note always comes first", "The code named in the note always comes first", "As the circumstances of the encounter ask", "In the order in which they were documented"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0147','["By the code for other specified disorders alone", "By codes for the documented manifestations", "By the code of the syndrome most similar to it", "By the manifestation that is most severe alone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0148','["The pneumonia, as its code comes first in the book", "The one whose treatment took more days in the stay", "Either of the two may be sequenced first", "The hip fracture, as injuries come before diseases"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0149','["A Z code for a procedure that was not carried out", "The wrist fracture, as it is what was treated", "A Z code for preoperative examination of a patient", "The gallbladder disease, the cause of the admission"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0150','["The breathlessness, as he came because of that", "A Z code for observation, as the stay began so", "The urinary infection, as it is the newest one", "The heart failure, which led to the admission"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0151','["It is coded as pneumonia, not present on admission", "It is coded as pneumonia, as it is in the list", "It is left out, as it has no bearing on the stay", "It is coded as a sequela of the earlier pneumonia"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0152','["O14.12", "O14.12 and O14.13", "O14.13", "O14.10"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0153','["Q21.0", "Z87.74", "I51.0", "Z98.890"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0154','["From 53 minutes on", "From 60 minutes on", "From 16 minutes on", "From 31 minutes on"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0155','["With modifier 57, as it comes before major surgery", "With modifier 25, as it is on another day than surgery", "With modifier 24, as the surgery is not yet done", "Not reported, as the package begins the day before"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0156','["W", "N", "U", "Y"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0157','["Z03.89", "Z77.9", "T50.901A", "Z03.6"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0158','["T42.4X1A", "T42.4X4A", "T42.4X3A", "T42.4X2A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0159','["Both as if confirmed; either of them first", "The abdominal pain alone, as neither is certain", "Only the more severe one, as if it were confirmed", "The abdominal pain first, then both of them"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0160','["S72.002D", "Z47.1", "S72.002A", "Z96.642"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0161','["The hernia, as it was the reason for the surgery", "The complication, the reason for the admission", "A Z code for surgical aftercare in the hospital", "The hernia, as the fibrillation was not planned"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0162','["No, as the organ failure is not due to the sepsis", "No, as R65.20 is only used with septic shock", "Yes, as sepsis and an organ failure occur together", "Yes, as the classification presumes this link"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0163','["Not at all, as the group is paid for 90 days", "As an ordinary visit, without a modifier", "With modifier 24, as unrelated to the surgery", "With modifier 55, as care after the operation"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('guid-0164','["Y, as the COPD had been there for years", "U, as the record gives two different answers", "N, as the exacerbation came after admission", "W, as only one half of the code was present"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0001','["GA", "GX", "GY", "GZ"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0002','["E0143-RR", "E0143-NU", "E0135-NU", "E0141-NU"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0003','["J0696-JZ, 1 unit", "J0696-JW, 4 units", "J0696-JZ, 4 units", "J0696, 4 units, no modifier"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0004','["G0105", "G0121", "G0105-PT", "G0121-PT"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0005','["J7620, 180 units", "J7620, 60 units", "J7613, 150 units; J7644, 30 units", "J7611, 150 units; J7645, 30 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0006','["XE", "XS", "XP", "XU"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0007','["J9355-JW, 45 units, on one line", "J9355-JZ, 34 units; J9355-JW, 11 units", "J9355, 34 units; J9355-JW, 11 units", "J9355, 45 units; J9355-JW, 11 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0008','["L1832", "L1834", "L1831", "L1833"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0101','["F2", "F4", "F8", "F3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0102','["G0009", "G0008", "G0010", "G0402"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0103','["E", "A", "J", "L"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0104','["G0102", "G0104", "G0103", "G0328"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0105','["E0114-NU, 2 units", "E0110-NU, 1 unit", "E0114-NU, 1 unit", "E0114-RR, 1 unit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0106','["Q4012", "Q4010", "Q4011", "Q4022"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0107','["The American Medical Association", "The National Center for Health Statistics", "The World Health Organization", "The Centers for Medicare and Medicaid Services"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0108','["RA", "RB", "RR", "UE"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0109','["J1200, 2 units, without JW or JZ", "J1200, 1 unit, without JW or JZ", "J1200-JZ, 2 units, on one line only", "J1200, 1 unit; J1200-JW, 1 unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0110','["J1010-JZ, 1 unit", "J2919-JZ, 16 units", "J1010-JZ, 80 units", "J1010-JW, 80 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0111','["J7030, 1 unit; J7050, 1 unit", "J7030, 2 units, rounded up", "J7030, 1 unit; J7060, 1 unit", "J7030, 1 unit; J7040, 1 unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0112','["Q9967, 1 unit", "Q9967, 95 units", "Q9966, 95 units", "Q9967, 350 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0113','["A9500, 2 units", "A9500, 1 unit", "A9552, 2 units", "A9500, 1 unit; A9552, 1 unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0114','["G0439", "G0438", "G0402", "G0101"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0115','["G0108, 1 unit", "G0109, 2 units", "G0270, 4 units", "G0108, 2 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0116','["A4253-KS, 100 units", "A4253-KX, 2 units", "A4253-KS, 2 units", "A4259-KS, 1 unit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0117','["1, because a pair is one item", "4, because inserts are in the unit", "6, because a year has six shoes", "2, because the code is per shoe"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0118','["A0429-SH", "A0429-HS", "A0428-SH", "A0427-RH"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0119','["GE", "GC", "AS", "AI"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0120','["The cardiologist, modifier AI", "The cardiologist, modifier 25", "The hospitalist, modifier AI", "The hospitalist, modifier GC"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0121','["Q6", "Q5", "GC", "AS"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0122','["GO and CO", "GP and CO", "GN and CQ", "GP and CQ"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0123','["G0101 only", "G0101 and Q0091", "Q0091 only", "G0101 and G0102"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0124','["PB", "PC", "PA", "GZ"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0125','["J1442, 300 units", "Q5101, 1 unit", "Q5110, 300 units", "Q5101, 300 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0126','["A0425, 14.4 units", "A0425, 14.3 units", "A0425, 15 units", "A0425, 31.3 units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0127','["J0897, 60 units; J0897-JW, 1 unit", "J0897-JW, 60 units, on a single line", "J0897-JZ, 60 units", "J0897-JZ, 1 unit, as it is one syringe"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0128','["RR and KH", "RR and KI", "RR and KJ", "NU and KI"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0129','["GW", "GC", "GV", "GJ"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0130','["The basic life support base rate with QL, and mileage", "The basic life support base rate with QL, no mileage", "The advanced life support base rate, no mileage", "Nothing, as no patient was taken to a hospital"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0131','["PS", "PI", "PT", "Q0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0132','["Q8", "Q7", "Q6", "Q9"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0133','["No, because G2211 is only for visits of new patients", "Yes, because heart failure is a single serious condition", "No, because the visit carries modifier 25 for a procedure", "Yes, because modifier 25 separates it from the injection"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0134','["A9585, 8 units", "A9585, 75 units", "A9579, 8 units", "A9585, 1 unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0135','["EA", "EB", "EY", "EC"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0136','["K3", "K2", "K4", "K1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0137','["J1644, 5,000 units", "J1642, 500 units", "J1644, 1 unit", "J1644, 5 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0138','["Yes, with modifier GY as an excluded service", "No, S codes are not payable by Medicare", "No, S codes are used by hospitals only", "Yes, as every Level II code is a federal code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0139','["15", "3", "150", "1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0140','["15", "45,000", "450", "30"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0141','["Q1", "KX", "Q0", "GA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0142','["A6209-A2, 2 units", "A6209-A2, 24 units", "A6212-A2, 24 units", "A6209-A1, 24 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0143','["J9999", "J8499", "C9399", "J3490"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0144','["G0378, 9 units", "G0378, 7 units", "G0379, 7 units", "G0378, 1 unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0145','["G0180", "G0438", "G0181", "G0179"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0146','["With the physician''s level 4 code", "With the level 4 code and TC", "With G0463, whatever the level", "Not at all, as it is the physician''s"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0147','["GM; 100 percent of the base, all of the mileage", "QL; 75 percent of the base, all of the mileage", "GM; 75 percent of the base, half of the mileage", "GM; 50 percent of the base, half of the mileage"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0148','["Covered bed with GK; the patient pays for the rest", "Costlier bed with GA; covered bed with GK on the next line", "Costlier bed with GL; nothing else on the claim", "Costlier bed with GY; covered bed without a modifier"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0149','["J0129-JA-JZ, 3 units", "J0129-JA-JW, 75 units", "J0129-JB-JZ, 75 units", "J0129-JA-JZ, 75 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('hcpc-0150','["PN; it is paid under another rate than OPPS", "No modifier; the claim form shows the address", "PO; it is paid at the full rate of OPPS", "PN; it is denied, as the place is not covered"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0001','["I10, I50.22, N18.4", "I13.0, I50.22, N18.4", "I11.0, I50.22, N18.4", "I13.2, I50.22, N18.4"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0002','["O24.410, O24.414, Z3A.32", "O24.414, Z3A.32, Z79.4", "O24.113, Z3A.32, Z79.4", "O24.414, Z3A.32"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0003','["T42.6X1A, T45.0X1A, R40.0", "R40.0, T42.6X5A, T45.0X5A", "T42.6X5A, T45.0X1A, R40.0", "R40.0, T42.6X1A, T45.0X1A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0004','["I69.353", "I69.359", "I69.351", "G81.91, Z86.73"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0005','["S82.221A", "S82.224K", "S82.221M", "S82.221K"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0006','["C18.7, D63.0, T45.1X5A", "D64.81, C18.7, T45.1X5A", "C18.7, D64.81, T45.1X5A", "Z51.11, D64.81, C18.7"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0007','["I10, T46.4X6A, Z91.120", "T46.4X6A, I10, Z91.120", "I10, T46.4X5A, Z91.120", "I10, T46.4X6A, Z91.128"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0008','["T22.211A", "T22.311A, T22.211A", "T22.311A", "T22.711A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0101','["E11.40, Z79.84", "E11.9, G62.9, Z79.84", "E11.42, Z79.84", "E11.42, Z79.4"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0102','["M17.9", "M17.0", "M17.11, M17.12", "M17.2"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0103','["K21.00", "K21.01", "K21.9", "K20.90"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0104','["J12.82, U07.1", "U07.1, J12.89", "U07.1, J18.9", "U07.1, J12.82"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0105','["I16.1, I10", "R03.0, I10", "I16.0, I10", "I10"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0106','["O80, Z3A.39, Z37.0", "O80, Z3A.40, Z37.0", "O80, Z3A.39, Z38.00", "Z34.83, Z3A.39, Z37.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0107','["Z80.3, Z12.31", "Z12.39, Z80.3", "Z12.31, Z85.3", "Z12.31, Z80.3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0108','["F11.10", "F11.20", "F11.10, F11.20", "F11.20, F11.90"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0109','["K57.21", "K57.20", "K57.20, K63.1", "K57.32, K63.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0110','["J44.1, J18.9", "J44.0, J18.9", "J44.0, J44.1, J18.9", "J44.9, J18.9"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0111','["D63.1, N18.4", "N18.4, D64.9", "D63.1", "N18.4, D63.1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0112','["I25.110", "I25.10, I20.0", "I25.110, I20.0", "I25.119"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0113','["R00.1, T46.0X5A", "T46.0X4A, R00.1", "T46.0X2A, R00.1", "T46.0X1A, R00.1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0114','["L03.116, B95.62, Z16.11", "L03.116, B95.62", "L03.116, A49.02", "L03.116, Z22.322"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0115','["U09.9, R05.3", "U07.1, R05.3", "R05.3, U09.9", "R05.3, Z86.16"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0116','["Z51.0, C50.411", "C50.411, Z51.0", "Z51.0, Z85.3", "Z08, Z85.3"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0117','["R18.0, C56.2", "C56.2, R18.8", "C56.2", "C56.2, R18.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0118','["E86.0, C25.0", "C25.0, E86.0", "C25.0", "Z51.11, E86.0, C25.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0119','["S52.501A", "M80.031A", "M81.0, S52.501A", "M84.433A, M81.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0120','["S72.142A", "S72.142S", "S72.142D", "Z47.89"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0121','["S72.322C", "S72.322A", "S72.322B", "S72.322E"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0122','["T23.352S, L91.0", "L91.0, T23.352S", "L91.0, T23.352D", "L91.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0123','["T36.0X5A, L27.0", "L27.0, T36.0X1A", "R21, Z88.0", "L27.0, T36.0X5A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0124','["S93.402A, Z33.1", "O9A.212, S93.402A", "Z33.1, S93.402A", "S93.402A, Z3A.20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0125','["K85.20, F10.288", "K85.90, F10.20", "F10.288", "K85.20, F10.20"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0126','["S06.0X0A", "S06.0X9A", "S06.0X1A", "S06.0X1A, R40.20"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0127','["M51.16", "M51.26, M54.16", "M51.16, M54.16", "M51.26"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0128','["Z68.41, E66.813", "E66.813, Z68.41", "E66.9, Z68.41", "E66.813, Z68.42"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0129','["I21.19, I21.4", "I21.19, I25.2", "I22.1, I21.4", "I22.2, I21.4"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0130','["I21.A1, D62", "I21.4, D62", "D62, I21.A1, I24.89", "D62, I21.A1"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0131','["Z51.0, C61", "C61", "C61, Z51.0", "Z51.11, C61"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0132','["E11.621, L97.422, Z79.4, Z79.84", "L97.422, E11.621, Z79.4, Z79.84", "E11.621, L97.412, Z79.4, Z79.84", "E11.621, L97.422, Z79.4"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0133','["O36.5930", "O36.5931", "O36.5922", "O36.5932"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0134','["Z38.01, P07.37, P07.17", "Z38.01, P07.17, P07.37", "P07.17, P07.37, Z38.01", "Z38.01, P07.18, P07.37"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0135','["A41.51, T81.41XA, T81.44XA", "T81.44XA, A41.51", "T81.41XA, T81.44XA, A41.51", "T81.41XA, T81.44XA, A41.51, R65.20"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0137','["E10.65, T85.614A, T38.3X6A", "T85.614A, T38.3X1A, E10.65", "T38.3X6A, T85.614A, E10.65", "T85.614A, T38.3X6A, E10.65"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0138','["T38.0X5A, E09.9, Z79.84, Z79.52", "E09.9, T38.0X1A, Z79.84, Z79.52", "E09.9, T38.0X5A, Z79.84, Z79.52", "E11.9, Z79.84, Z79.52"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0139','["T74.12XA, S42.301A, Y07.430", "S42.301A, T74.12XA, Y07.430", "T76.12XA, S42.301A, Y07.430", "T74.12XA, S42.301A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0140','["J13, A40.3, R65.20, J96.01", "A40.3, R65.20, J13, J96.01", "R65.20, A40.3, J13, J96.01", "A40.3, J13, J96.01"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0141','["I10, N18.6, Z99.2", "N18.6, I12.0, Z99.2", "I12.0, N18.6, Z99.2", "I12.9, N18.6, Z99.2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0142','["Z22.322", "B95.62", "A49.02", "Z22.321"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0143','["C78.7, C80.1", "C80.1, C78.7", "C80.0 alone", "C22.9, C80.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0144','["Z91.81", "W19.XXXA", "R26.89", "R29.6"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0145','["K85.90, R65.10, N17.9", "K85.90, R65.11, N17.9", "R65.11, K85.90, N17.9", "A41.9, R65.20, N17.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0146','["Z38.00, Z05.1", "Z38.00 alone", "Z05.1, Z38.00", "Z38.00, P36.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0147','["Z85.72", "C82.90", "C82.9A", "C82.99"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0148','["U07.0, J96.01, R06.02, R05.9", "U07.0, J96.01", "U07.0 alone", "J96.01, U07.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0149','["N39.0, B96.20, Z16.12", "N39.0, B96.20, Z16.24", "Z16.12, N39.0, B96.20", "N39.0, B96.20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0150','["O86.4, B95.0", "A40.0, O85", "O85, A40.0", "O85, B95.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0151','["U07.1, O98.512, Z3A.24", "O98.513, U07.1, Z3A.24", "O98.512, U07.1, Z3A.24", "U07.1, Z33.1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0152','["E11.649, T38.3X1A, Z79.4", "E11.641, T38.3X5A, Z79.4", "T38.3X5A, E11.649, Z79.4", "E11.649, T38.3X5A, Z79.4"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0153','["S52.501S", "S52.501A", "S52.501K", "S52.501D"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0154','["T86.11, C80.2, C64.2", "T86.19, C80.2, C64.2", "C80.2, T86.19, C64.2", "C64.2, Z94.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0155','["T82.7XXA, A41.01", "T80.211A, R78.81", "T80.211A, A41.01", "A41.01, T80.211A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0156','["E11.621, M86.171, Z79.84", "E11.69, M86.171, Z79.84", "M86.171, E11.9, Z79.84", "M86.171, E11.69, Z79.84"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('icdc-0158','["R29.714, I63.412, G81.91", "I69.351, R29.714", "I63.412, R29.714", "I63.412, G81.91, R29.714"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0001','["1.7 cm", "4.5 cm", "2.0 cm", "1.8 cm"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0002','["As part of the evaluation and management service, with no repair code", "As a simple repair of the face, 2.0 cm, in place of a visit", "As a simple repair of the face, 2.0 cm, with modifier 52 for less work", "As an intermediate repair of the face, 2.0 cm, because it was also rinsed"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0003','["Intermediate 9.5 cm; simple 2.0 cm", "Intermediate 3.0 cm, 4.0 cm and 2.5 cm; simple 2.0 cm", "Intermediate 9.0 cm and 2.5 cm", "Intermediate 7.0 cm and 2.5 cm; simple 2.0 cm"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0004','["Bone level, 12 sq cm; subcutaneous level, 14 sq cm", "Muscle level, 12 sq cm; subcutaneous level, 14 sq cm", "Muscle level, 26 sq cm, as the deepest level of the session", "Muscle level, 12 sq cm; subcutaneous level, 6 sq cm and 8 sq cm"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0005','["Mohs surgery, first stage and later stages, unchanged", "Mohs surgery with modifier 52, as the reading was left out", "Mohs surgery with modifier 62, as two physicians took part", "Excision of a malignant lesion, by site and excised diameter"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0006','["The mastectomy alone, because the biopsy lay in the same breast", "Both procedures, with modifier 58 to show the staged relation", "Both procedures, with modifier 78 to show a return to surgery", "The mastectomy alone, with modifier 22 for the added biopsy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0007','["Adjacent tissue transfer, 11.5 sq cm", "Adjacent tissue transfer, 11.5 sq cm; malignant excision", "Adjacent tissue transfer, 4.0 sq cm; malignant excision", "Adjacent tissue transfer, 7.5 sq cm"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0008','["Intermediate repair, 4.7 cm, the sum of both wounds", "No repair, since each excision includes its own closure", "Intermediate repair, 3.5 cm, for the forearm only", "Intermediate repair, 1.2 cm and 3.5 cm, on two lines"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0101','["A simple repair code of the 10,000 series, 2 cm", "No closure code, only the office visit of the day", "G0168, together with a simple repair code, 2 cm", "HCPCS Level II code G0168, one unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0102','["The code for six or more nails, one unit", "The code for six or more nails, eight units", "The code for one to five, and the code for six or more", "The code for one to five nails, two units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0103','["As a simple repair of the trunk, by its length", "It is not reported; the excision includes it", "As an intermediate repair, by its length", "As a simple repair of the trunk, modifier 59"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0104','["The biopsy of the lesion alone", "The destruction, and the biopsy with modifier 59", "The destruction of the lesion alone", "The destruction, and the biopsy with modifier 51"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0105','["As a nerve block code with modifier 59 beside the nail", "As a nerve block code with modifier 47 beside the nail", "As anesthesia time with base units and modifier AA", "It is not reported; it belongs to the nail procedure"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0106','["L89.159", "L89.150", "L89.153", "L89.154"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0107','["Within the visit, without a removal code", "As a simple removal of a foreign body", "As a complicated removal of a foreign body", "As a simple removal with modifier 52"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0108','["Primary incisional, primary punch twice, primary tangential", "Primary incisional once; incisional add-on three times", "Primary incisional; punch add-on twice; tangential add-on once", "Primary tangential; punch add-on twice; incisional add-on once"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0109','["The code for fifteen or more, one unit", "The first-lesion code; the add-on, 15 units", "The first-lesion code; the add-on, 13 units; the last code", "The code for fifteen or more, 16 units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0110','["First code, 1 unit; add-on, 1 unit", "First code, 1 unit; add-on, 2 units", "First code, 1 unit; add-on, 17 units", "First code, 2 units; add-on, 1 unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0111','["First stage; one further stage; one extra block", "First stage; one further stage; no extra block", "First stage; one further stage; two extra blocks", "First stage; two further stages; no extra block"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0112','["Size 180 sq cm: first code once, add-on one unit", "Size 430 sq cm: first code once, add-on four units", "Size 250 sq cm: first code once, add-on one unit", "Size 250 sq cm: first code once, add-on two units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0113','["Simple, because only one layer was closed", "Intermediate, because of the extensive cleaning", "Complex, because the wound was contaminated", "Simple, and a debridement code for the gravel"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0114','["Intermediate repair, as it was a closure in layers", "Adjacent tissue transfer, as skin was moved to close", "Complex repair, but only with retention sutures added", "Complex repair, as the undermining exceeds the width"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0115','["Benign excision, 2.4 cm, with modifier 58", "Malignant excision, 0.9 cm, with modifier 76", "Malignant excision, 2.4 cm, with modifier 58", "Malignant excision, 2.4 cm, with modifier 78"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0116','["One malignant excision, 1.7 cm", "One malignant excision, 1.4 cm", "One malignant excision, 2.0 cm", "Two malignant excisions, 1.4 and 2.0 cm"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0117','["Nothing, as Mohs surgery includes any biopsy of that day", "The frozen section alone, because it was read in the office", "The biopsy alone with modifier 79, as an unrelated procedure", "The biopsy and its frozen section, with modifier 59 or 58"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0118','["Three benign excisions, one for each of the nevi", "One benign excision for the single piece of skin", "One excision, and two more with modifier 59", "One excision, with modifier 22 for two more nevi"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0119','["Adjacent tissue transfer, by area", "Intermediate repair, by its length", "Complex repair, by its length", "Simple repair, by its length"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0120','["The drainage of the cyst alone", "The excision, and the drainage with modifier 59", "The excision of the cyst alone", "The drainage, and the excision with modifier 58"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0121','["Modifier 79", "Modifier 58", "Modifier 78", "Modifier 76"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0122','["The code for simple or single, two units", "The code for complicated or multiple, one unit", "The code for simple or single, one unit", "The code for complicated or multiple, two units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0123','["D48.5", "C43.59", "D49.2", "D22.5"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0124','["L97.222, I83.022", "I83.024, L97.222", "I83.022, L97.223", "I83.022, L97.222"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0125','["T23.602A, T54.2X1A", "T23.202A, T54.2X1A", "T54.2X1A, T23.602A", "T54.2X1A, T23.202A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0126','["T31.22", "T31.11", "T31.20", "T31.21"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0127','["By percent: first code once, add-on two units", "By area: first code once, add-on one unit", "By percent: first code once, add-on three units", "By area: first code twice, add-on one unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0128','["Intermediate 3.0 cm and 4.6 cm; simple 5.5 cm", "Intermediate 7.6 cm; simple 2.0 cm and 3.5 cm", "Intermediate 13.1 cm, as the higher class counts", "Intermediate 7.6 cm; simple 5.5 cm"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0129','["Excision; primary biopsy and one add-on, with modifier 59 or XS", "Excision alone, since a biopsy of that day belongs to the removal", "Excision; primary biopsy, two units, with modifier 76 on the line", "Excision with modifier 22, because two biopsies made it longer"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0130','["Modifier 78, reduced payment, and no new global period", "Modifier 58, full payment, and a new global period", "Modifier 79, full payment, and a new global period", "No payment, as the first global period still covers it"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0131','["L89.150", "L89.154", "L89.150, L89.154", "L89.159"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0132','["T22.311A", "T22.311D", "T22.311S", "T22.311A, T22.311S"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0133','["Q8", "Q7", "Q9", "GY"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0134','["Modifier 78; the whole fee schedule amount; a new global period", "Modifier 58; the whole fee schedule amount; a new global period", "Modifier 79; the whole fee schedule amount; a new global period", "Modifier 78; intraoperative share only; no new global period"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0135','["Adjacent tissue transfer, the graft included", "Adjacent tissue transfer, and the skin graft", "Adjacent tissue transfer, graft, lesion excision", "Skin graft alone, as the larger of the services"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0136','["Ultrasound: first and one add-on; no imaging: first, with modifier 59", "Ultrasound: first and two add-ons, since it was a single session", "Ultrasound: first and one add-on; no imaging: add-on, no modifier", "Ultrasound: first, three units, as three lesions were aspirated"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0137','["As a shave removal, diameter 1.3 cm", "As a benign excision, diameter 1.3 cm", "As a shave removal, diameter 0.9 cm", "As a tangential biopsy, one lesion"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0138','["L55.0", "T22.259A", "L55.1", "L56.8"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0139','["C43.61", "D03.61", "D04.61", "D22.61"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0140','["T5", "T1", "FA", "TA"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0141','["Surgical preparation of a graft site", "Debridement, by depth and area", "Secondary closure of a wound", "Excision of a benign skin lesion"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0142','["The mastectomy alone, node included", "A mastectomy with axillary clearance", "The mastectomy, and the node biopsy", "The mastectomy alone, modifier 22"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0143','["Modified radical with LT; simple with RT", "Modified radical, once, with modifier 50", "Simple, once, with 50; nodes on the left", "Modified radical with LT; simple with 50"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0144','["Secondary closure with modifier 78", "Nothing, as the package covers it", "An office visit with modifier 24", "The packing with modifier 58"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0145','["First code twice, no add-on", "First code once, add-on once", "First code once, add-on twice", "First code twice, add-on once"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0146','["Malignant destruction twice: 0.8 cm, 1.4 cm", "Malignant destruction once: 2.2 cm", "Malignant destruction once: 1.4 cm", "Premalignant destruction: first, one add-on"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0147','["Code to 7.5 cm once, add-on twice", "Code to 7.5 cm once, add-on once", "Code to 7.5 cm twice, no add-on", "Code to 7.5 cm twice, add-on once"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0148','["T81.321A", "T81.33XA", "T81.49XA", "T81.31XA"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0149','["Both codes once, for seven and for two", "The code for up to seven lesions, nine units", "The code for more than seven, twelve units", "The code for more than seven lesions, once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0150','["C50.912, Z40.01", "Z40.01, C50.912", "Z40.01, Z85.3", "C50.911, C50.912"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0151','["L89.613, L89.620", "L89.610, L89.626", "L89.616, L89.623", "L89.613, L89.626"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0152','["Matrix removal with T5; avulsion with T5", "Matrix removal with T5, and nothing more", "Avulsion with T5; add-on avulsion with T6", "Matrix removal with T5; avulsion with T6"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0153','["Tissue transfer alone, for the two lesions", "Tissue transfer; cheek and back excisions", "Tissue transfer; back excision with 59 or XS", "Tissue transfer; simple repair of the back"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('intg-0154','["First stage twice, one with 59; further stage once", "First stage once; further stage twice", "First stage once; further stage once", "First stage twice, one with 59; further stage twice"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0001','["Hydration is initial because it ran first; the push and the chemotherapy are additional", "Hydration, push and chemotherapy are each initial, one for each kind of service", "Chemotherapy is initial; the push and the hydration are additional services", "Chemotherapy is initial; the push is additional; the hydration is not reported"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0002','["Three: two of therapeutic exercise and one of manual therapy", "Three: all three of therapeutic exercise", "Two: both of therapeutic exercise", "Four: three of therapeutic exercise and one of manual therapy"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0003','["One first-component unit and four additional-component units", "Five first-component units and no additional-component unit", "Two first-component units and 22 additional-component units", "Two first-component units and three additional-component units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0004','["The stent service and the diagnostic angiography with modifier 59", "The stent service alone, with its imaging included", "The stent service and the coronary catheter placement", "The stent service and the diagnostic angiography with modifier 26"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0005','["E/M level by MDM, plus the 30-minute psychotherapy add-on", "E/M level by the total time of 45 minutes, plus the 30-minute psychotherapy add-on", "45-minute psychotherapy by itself, with no E/M service", "E/M level by MDM, plus the 45-minute psychotherapy add-on"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0006','["Four spinal levels, with modifier AT", "Four body regions including the shoulder, with modifier AT", "Three spinal regions, with modifier AT", "Three spinal regions, without modifier AT"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0007','["Two units of the service for a single injection", "One unit of the service for two or more injections", "One unit for two or more injections, plus two doses of antigen preparation", "One unit of the complete service that joins antigen and injections"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0008','["Intravenous infusion, first hour, without a modifier", "Intravenous infusion, first hour, with modifier 52", "Hydration infusion, first hour", "Intravenous push, not an infusion"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0101','["G0008 twice", "G0008, G0009", "G0009 alone", "G0008, G0010"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0102','["None of the steps", "The local anesthesia", "The flush at the end", "The start of the line"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0103','["As an intravenous push of the fluid given", "As hydration, first hour, with modifier 52", "As hydration, first hour, without a modifier", "It is not reported, as it lasted 25 minutes"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0104','["30 and 45 minutes together", "The 45-minute service", "The 60-minute service", "The 30-minute service"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0105','["60", "4", "15", "1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0106','["GO", "KX", "GP", "GN"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0107','["SL", "JZ", "SK", "GY"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0108','["First hour twice, additional hour once", "First hour once, additional hour three times", "First hour once, additional hour twice", "First hour once, additional hour once"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0109','["Yes, with modifier 25 on the nurse visit", "Yes, as the blood pressure was taken, too", "No, as nurse visits are never paid at all", "No, it is not paid with an injection service"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0110','["Three: two of activities, one of manual therapy", "Three: one of each of the services on record", "Two: one of activities, one of manual therapy", "Two: both of activities, none of the others"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0111','["One unit with GP, two units with GP and CQ", "Three units with GP and CQ, on one claim line", "Three units with GP, as the therapist began", "One unit with GP, the other two not reported"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0112','["First and additional component, with counseling", "First component with counseling, reported twice", "First injection without counseling, reported twice", "First and additional injection, without counseling"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0113','["One monthly service, for two or three visits", "Thirty daily services, one for each of the days", "Three office visits, one for each of the dates", "One monthly service, for four or more visits"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0114','["Interpretation code, without a modifier", "Interpretation code, with modifier 26", "Complete code, with modifier 26", "Complete code, without a modifier"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0115','["The balloon service once, with RC", "The stent and the balloon service, both with RC", "The stent service once, with RC", "The stent and, with 59, the balloon service"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0116','["Stent with RC and stent with LC, the higher for both", "Stent with RC and balloon with LC, each a primary service", "Stent with RC as primary, balloon with LC as its add-on", "Stent with RC only, as the most complex of the session"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0117','["Two, the second with modifier 91", "Two, the second with modifier 76", "Four, the last three with modifier 76", "One, as it is one calendar day"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0118','["20", "5", "10", "1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0119','["Eight more, with at most 20 in a year", "Twelve more, with at most 24 in a year", "Any number, while the pain improves", "None, with at most 12 in a year"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0120','["Three", "Five", "Four", "Two"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0121','["No, not for interpreting alone", "Yes, if the interpreter is certified", "Yes, as any third person is enough", "No, as the add-on is only for children"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0122','["The visit and the add-on may be billed, with AH", "The visit alone may be billed, by its total time", "Psychotherapy without a visit is the service to bill", "The add-on may be billed alone, without the visit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0123','["J0885 with EA and JZ, 4 units", "J0885 with EA and JZ, 40 units", "J0885 with EB and JZ, 40 units", "J0885 with EC and JZ, 40 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0124','["G0108, three units", "G0109, six units", "G0109, one unit", "G0109, three units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0125','["One visit every week", "One visit every other week", "One visit every month", "One visit every quarter"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0126','["As not necessary; GZ because of the missing notice", "As covered once a year, like glaucoma screening", "As excluded by statute; GY if it is billed", "As part of the eye visit, without any charge"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0127','["Twelve: one session in each month of the twelve", "Six: two attempts with up to three sessions each", "Four: one attempt with up to four sessions in all", "Eight: two attempts with up to four sessions each"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0128','["GY", "GZ", "AB", "GN"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0129','["It is not billed, but the line carries JW", "It is not billed, as the vial is multiple-dose", "It is billed on a second line with JW", "It is billed on one line with the dose"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0130','["Five", "Two", "One", "Four"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0131','["Yes, with modifier 25 on the office visit", "Yes, with modifier 59 on the oximetry code", "No, as status T is never payable by Medicare", "No, as another service is payable on that day"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0132','["C18.7, E86.0", "Z51.11, E86.0, C18.7", "E86.0 alone", "E86.0, C18.7"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0133','["Chemotherapy first and additional hour; one push", "Chemotherapy first hour; infusion; hydration hour", "Antiemetic as initial; chemotherapy as sequential", "Chemotherapy first hour; one sequential infusion"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0134','["J30.1, Z51.6", "Z51.6, J30.1", "Z51.6, J30.9", "Z23, J30.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0135','["I69.354", "G81.94", "I69.359", "I69.351"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0136','["F39", "F32.A", "F33.9", "F32.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0137','["The plain code, and the combined one", "The before-and-after code, once", "The plain code, reported twice", "The combined code with modifier 76"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0138','["Z23 alone", "Z23, Z00.129", "Z00.129, Z23", "Z00.121, Z23"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0139','["GA", "59", "CQ", "KX"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0140','["Z48.812", "Z95.828", "Z51.11", "Z45.2"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0141','["G0277, four units", "G0277, two units", "G0277, eight units", "G0277, one unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0142','["G0271, two units", "G0270, three units", "G0108, one unit", "G0270, one unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0143','["G0283, two units", "G0283, one unit", "G0283, three units", "G0281, one unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0144','["The polysomnography code without a modifier", "The polysomnography code with modifier 53", "The polysomnography code with modifier 52", "A code of an unattended home sleep study"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0145','["New: the problem is one nobody has treated", "Either: these codes do not know the distinction", "New: he has never met this physician before", "Established: seen in the group within three years"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0146','["Both under Part B, as both are vaccines", "Both under Part D, as both are boosters", "His under Part B; hers under Part D", "His under Part B; hers under no part at all"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0147','["The visit without any modifier", "No visit, only the vaccine services", "The visit with modifier 25", "The visit with modifier 59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0148','["Not at all: the ablation code includes it", "With modifier 59, as it came before the ablation", "With modifier 51, as a second procedure", "With modifier 26, as it was done in a hospital"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0149','["Hydration, as the drug comes in saline", "Therapeutic infusion, as he has no cancer", "Chemotherapy and other highly complex drugs", "Intravenous push, as one nurse stays with him"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0150','["First hour twice, no add-on", "First hour once, no add-on", "First hour once, add-on once", "First hour once, add-on twice"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0151','["Initial push once, same-drug push twice", "Initial push once, same-drug push once", "Initial push three times, each with its order", "Initial push once, same-drug push not at all"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0152','["Initial injection; additional oral or nasal", "Initial injection; additional injection", "Initial injection; initial oral or nasal", "First component with counseling, two times"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0153','["Initial infusion twice, the second with 59", "Initial infusion once, no additional hour", "Initial infusion once, sequential infusion once", "Initial infusion once, additional hour once"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('medi-0154','["G0249, one unit", "G0249, four units", "G0250, one unit", "G0248, one unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0001','["Closed treatment with manipulation, because the fracture is closed", "Open treatment, because the surgeon exposed the fracture site", "Percutaneous fixation, because metal holds the fragments together", "Closed treatment with manipulation, and the plate as an extra code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0002','["Closed fracture treatment without manipulation, as the full package", "Closed fracture treatment without manipulation, with modifier 54", "The emergency department visit alone, with the splint included in it", "The splint application, and the visit with modifier 25"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0003','["Application of the new cast, but no visit", "Nothing, as every cast within 90 days is included", "Removal of the old cast, and application of the new one", "A visit with modifier 24, and application of the new cast"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0004','["Fusion of 3 interspaces; segmental instrumentation, 3 vertebral segments", "Fusion of 2 interspaces; nonsegmental instrumentation at the two ends", "Fusion of 2 interspaces; segmental instrumentation, 3 vertebral segments", "Fusion of 2 interspaces; segmental instrumentation, 2 vertebral segments"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0005','["Integumentary section, benign skin lesion, 4.6 cm", "Musculoskeletal section, subfascial tumor of the thigh, 4.6 cm", "Musculoskeletal section, subcutaneous tumor of the thigh, 4.6 cm", "Musculoskeletal section, subfascial tumor of the thigh, 7.0 cm"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0006','["Major joint, without guidance, modifier 50; ultrasound guidance as a second code", "Major joint, with ultrasound guidance, modifier 50; guidance as a second code", "Intermediate joint, with ultrasound guidance in the code, modifier 50, one line", "Major joint, with ultrasound guidance in the code, modifier 50, one line"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0007','["The arthroscopic repair of the rotator cuff, as a single code", "The cuff repair, and limited debridement with modifier 59", "The cuff repair, and diagnostic arthroscopy with modifier 51", "The cuff repair, and limited debridement with modifier 51"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0008','["On the fusion, cage and bone graft codes of both surgeons", "On the spine surgeon''s fusion code; the vascular surgeon uses modifier 80 on it", "On both surgeons'' fusion code; cage and graft by the spine surgeon without it", "On no code; the vascular surgeon reports an exploration of the abdomen instead"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0101','["The code for three or more muscles, one unit", "The code for one or two muscles, one unit", "The code for one or two muscles, five units", "The code for one or two muscles, two units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0102','["Z87.310, M81.0", "M81.0, Z87.310", "M80.08XA", "M80.08XD"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0103','["The open repair, and the arthroscopy with modifier 53", "The open repair alone, with nothing for the failed first attempt", "The open repair, and the arthroscopy with modifier 59", "The arthroscopic repair, with modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0104','["S52.531A", "S52.531D", "Z47.89", "S52.531S"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0105','["1,600 dollars", "800 dollars", "1,000 dollars", "1,200 dollars"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0106','["Open treatment, and closed treatment with modifier 52", "Open treatment, and closed treatment with modifier 59", "Open treatment alone, with nothing for the manipulation", "Closed treatment with manipulation, and modifier 22"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0107','["S82.002A", "S82.002A, S80.212A", "S80.212A, S82.002A", "S80.212A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0108','["Meniscectomy; right knee aspiration with modifier 59 or XS", "Meniscectomy; left shoulder injection with modifier 59 or XS", "Meniscectomy; right knee aspiration; left shoulder injection", "Meniscectomy alone, as all joint punctures are part of it"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0109','["The medial meniscectomy, and G0289 once", "The medial meniscectomy, as the only code", "The medial meniscectomy, and cartilage work with modifier 59", "The cartilage work, as the only code"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0110','["As an intermediate repair, by its length", "As a complex repair, because it was deep", "It is not reported; the excision includes it", "As an intermediate repair, modifier 59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0111','["Nothing, as it belongs to the other procedure", "Manipulation under anesthesia, modifier 51", "Manipulation under anesthesia, modifier 59", "Manipulation under anesthesia, modifier 52"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0112','["1,200 dollars", "2,400 dollars", "1,500 dollars", "384 dollars"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0113','["The repair of the nonunion alone", "The nonunion repair, and hardware removal with 59", "The nonunion repair, and hardware removal with 51", "The hardware removal alone, as the first step"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0114','["Exploration of fusion, with modifier 51", "Exploration of fusion, with modifier 59", "Exploration of fusion, with modifier 58", "Nothing, as it was in the area of the new fusion"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0115','["Fracture treatment alone, with the debridement included", "Fracture treatment, and debridement of the open fracture", "Fracture treatment, and wound debridement by depth and area", "Fracture treatment with modifier 22 for the debridement"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0116','["Both first-level codes, and the add-on one unit", "One first-level code, three units, and no add-on", "One first-level code, and the add-on three units", "One first-level code, and the add-on two units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0117','["Local autograft code, two units", "Iliac autograft code, one unit", "Local autograft code, one unit", "Donor bone code, one unit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0118','["J3301, 1 unit", "J3301, 40 units", "J3300, 40 units", "J3301, 4 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0119','["S46.011A", "M75.111", "M75.121", "S46.011D"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0120','["S72.001A, M81.0", "M81.0, S72.001A", "M80.051A", "M80.051D"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0121','["S82.221B", "S82.221A", "S82.221C", "S82.201B"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0122','["M17.11, Z96.651", "Z96.651, Z47.1", "Z47.89, Z96.651", "Z47.1, Z96.651"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0123','["The visit with modifier 57", "The visit with modifier 25", "The visit with modifier 24", "The visit is not reportable"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0124','["Emergency physician: modifier 55; orthopedist: same code, modifier 54", "Emergency physician: modifier 56; orthopedist: same code, modifier 54", "Emergency physician: modifier 54; orthopedist: same code, modifier 55", "Emergency physician: no modifier; orthopedist: visits with modifier 24"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0125','["S59.221A", "S59.221A, S52.501A", "S52.501A", "S59.201A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0126','["C79.51, M84.551A, Z85.3", "M84.551A, C50.911, C79.51", "M84.551A, C79.51, Z85.3", "S72.301A, C79.51, Z85.3"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0127','["T84.53XD, B95.61", "T84.53XA, A49.01", "B95.61, T84.53XA", "T84.53XA, B95.61"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0128','["M17.12, Z96.651", "M17.0, Z96.651", "M17.12, M17.11", "M17.0, Z47.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0129','["The cuff repair alone, with the debridement included", "The cuff repair, and limited debridement with 59", "The extensive debridement alone, as the larger work", "The cuff repair, and the extensive debridement"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0130','["The meniscectomy, and a major synovectomy for two compartments", "The meniscectomy alone, synovectomy included", "The meniscectomy, and limited synovectomy twice", "The meniscectomy, and G0289 for two compartments"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0131','["The meniscal repair, and G0289 one unit", "The meniscal repair alone, as it was one knee", "The meniscal repair, and loose body removal with 59", "The meniscal repair, and G0289 two units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0132','["Modifier 78, and no new global period starts", "Modifier 79, and a new global period starts", "Modifier 76, and no new global period starts", "Modifier 58, and a new global period starts"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0133','["S62.002K", "S62.002D", "S62.002P", "S62.002A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0134','["1,525 dollars", "1,550 dollars", "1,700 dollars", "2,050 dollars"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0135','["M97.01XA, S72.301A", "S72.301A, M97.01XA", "M97.01XA, Z96.641", "S72.301A, Z96.641"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0136','["G89.29, M48.062", "M48.062, G89.29", "M48.062", "M48.061, G89.29"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0137','["The code for both menisci, once, with LT", "The code for one meniscus, twice, with LT", "The code for one meniscus, with modifier 50", "Both codes once, the second one with 59"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0138','["S42.025A", "S42.022B", "S42.002A", "S42.022A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0139','["The code twice, with T1 and T2", "The code once, with modifier 50", "The code twice, with T6 and T7", "The code once, with modifier RT"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0140','["S52.501A", "S59.221A", "S52.522A", "S52.521A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0141','["Exploration, and removal of a foreign body", "Removal of a foreign body deep in the muscle", "Exploration of a penetrating wound, one code", "Exploration, and repair of the wound by length"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0142','["The same fracture code with modifier 77", "The same fracture code with modifier 79", "A new cast only, as the package covers it", "The same fracture code with modifier 76"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0143','["The deep removal code, two units", "The deep removal code, eleven units", "One deep removal, one superficial removal", "The deep removal code, one unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0144','["Q4006, and no cast application", "Q4006, and the cast application", "Q4005, and no cast application", "The cast application, and no Q code"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0145','["Tendon sheath code twice, with F6 and F8", "Tendon sheath code twice, with F7 and F9", "Tendon sheath code once, with modifier RT", "Small joint code twice, with F6 and F8"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0146','["Posterolateral code, and interbody code", "Interbody code, which takes in the other", "One code that joins both techniques", "Posterolateral code, and an add-on level"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0147','["M10.071", "M1A.0711", "M1A.0710", "M1A.0721"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0148','["T84.021A", "S73.005A", "T84.031A", "T84.020A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0149','["E11.9, M86.171", "M86.171, E11.69", "E11.69, M86.171", "E11.69, M86.9"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0150','["S52.221K", "S52.221M", "S52.221N", "S52.221P"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0151','["S82.142S, M17.32", "M17.32, S82.142S", "M17.12, S82.142S", "M17.32, S82.142D"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0152','["The suture of the intestine, as the only code", "The suture, and wound exploration with 59", "The suture, and wound exploration with 58", "The wound exploration alone, with modifier 22"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0153','["Closed treatment without manipulation, twice", "Closed treatment without manipulation, once", "Closed treatment twice, the second with 59", "The application of a splint, without treatment"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('musc-0154','["$790", "$860", "$930", "$895"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0001','["E1 on the first line, E3 on the second", "E2 on the first line, E4 on the second", "E2 on the first line, E3 on the second", "E4 on the first line, E1 on the second"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0002','["Tube code for general anesthesia with modifier 50; the eardrum incisions are included", "Tube code for general anesthesia with modifier 50, plus the myringotomy code with 50", "Tube code for local or topical anesthesia with modifier 50, plus modifier 47", "Tube code for general anesthesia, one unit, no modifier, as it covers both ears"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0003','["Two-horizontal-muscle code with modifier 50, as both eyes were operated on", "Two-horizontal-muscle code with LT; one-horizontal-muscle code with RT", "One-horizontal-muscle code, three units, one for each muscle moved", "One-horizontal-muscle code with LT; one-vertical-muscle code with LT; one-horizontal code with RT"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0004','["First-joint code once and additional-joint add-on twice; imaging is included", "First-joint code once, add-on once, and the fluoroscopic guidance separately", "First-joint code once; further joints of the same region and side are included", "First-joint code once and additional-joint add-on once; imaging is included"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0005','["Base code for five or more limb muscles, once, since nine muscles were injected in all", "Base code for five or more muscles (left), plus the add-on for one to four muscles (right)", "Base codes for both sizes: five or more (left), and one to four (right) with modifier 59", "Base code for five or more limb muscles with modifier 50, since both legs were treated"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0006','["One-interspace code once, additional-interspace add-on three times", "One-interspace code three times, modifier 51 on the second and third", "One-interspace code once, additional-interspace add-on twice", "One-interspace code once, with modifier 22 for the further levels"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0007','["The cataract code with 55 and RT, service date May 7, billed once care is transferred", "An office visit with modifier 24 for each postoperative check in the global period", "The cataract code with 54 and RT, service date May 6, billed with the surgeon''s claim", "The cataract code with 55 and RT, service date May 6, billed after the first visit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0008','["Otolaryngologist: approach code; neurosurgeon: definitive code; neither adds 62", "Otolaryngologist and neurosurgeon: both the definitive code, each with modifier 62", "Otolaryngologist: definitive code with 80; neurosurgeon: approach and definitive codes", "Otolaryngologist: approach code; neurosurgeon: definitive and repair codes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0101','["Nothing, as they are the way into the skull", "One burr hole code with four units", "One burr hole code with modifier 59", "One burr hole code with modifier 51"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0102','["No: a cranioplasty is never reported with any craniotomy", "Yes: fixing bone with plates is a repair of a skull defect", "No: putting back the flap of the same operation is included", "Yes: with modifier 59, as closing is distinct from the tumor"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0103','["Both craniotomies, one with 59 or XS for the separate site", "The higher valued craniotomy, with 22 for the second opening", "Both craniotomies, the second with 58 for the same session", "The higher valued craniotomy alone, as one skull was opened"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0104','["The laminectomy alone, with modifier 53 added", "The dural repair code with modifier 59", "Nothing: the repair is part of the spinal procedure", "The dural repair code with modifier 78"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0105','["No: by the operating surgeon it is in the global package", "No: Medicare pays for such monitoring to hospitals only", "Yes: the monitoring codes are open to any physician", "Yes: with modifier 26, for the interpretation alone"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0106','["The daily catheter care alone, with 24 on each visit", "Nothing: pain control after surgery by the surgeon is included", "The catheter placement, with 59 as a distinct procedure", "The catheter placement, with 47 for anesthesia by the surgeon"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0107','["No: microscopes are equipment that only a hospital may charge for", "Yes: provided that modifier 59 shows the microscope to be distinct", "Yes: the add-on may follow any procedure done under magnification", "No: Medicare limits it to a list of brain, spine and nerve procedures"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0108','["Nothing: it served to complete the cataract extraction", "The iridectomy with modifiers 59 and RT", "The cataract extraction a second time, as complex", "The iridectomy with modifiers 51 and RT"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0109','["Extraction only, since all pressure work comes with cataracts", "Extraction only, since one eye was opened at one session", "Both, the trabeculectomy with an NCCI modifier, each with LT", "Both, the trabeculectomy with modifier 79, each with LT"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0110','["The injection under the conjunctiva, with modifier 59", "The injection into the chamber, as it enters the eye", "Nothing: injections of the same eye operation are included", "Both injections, the second with modifier 51"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0111','["The ptosis repair alone, with modifier E1", "The blepharoplasty alone, with modifier E3", "Ptosis repair and blepharoplasty, each with E3", "The ptosis repair alone, with modifier E3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0112','["One, the code that describes the repair with vitrectomy", "Two, the buckle and the vitrectomy with modifier 59", "One, the code for the buckle, since it was done first", "Two, the buckle and the vitrectomy with modifier 51"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0113','["G0268 with modifier 50", "G0268, one unit", "Nothing: it is in the test", "G0268, two units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0114','["The whole operation, as the lens turned it into cosmetic work", "Nothing, as the lens is part of the covered operation", "The added cost of the presbyopia correction, shown by V2788", "The whole lens, shown by V2632, as Medicare pays for none"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0115','["G0117-26", "G0117", "G0117, G0118", "G0118"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0116','["J0585, 200 units; J0585-JW, 45 units", "J0585, 155 units; J0585-JW, 45 units", "J0585-JZ, 200 units", "J0585-JZ, 155 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0117','["10 units, JW", "10 units, JZ", "5 units, JZ", "2 units, JZ"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0118','["A second placement code, because the electrode was moved", "Electronic analysis without programming, modifier 59", "Electronic analysis with programming, one unit", "Nothing: testing for the proper site is part of placement"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0119','["58", "None", "78", "79"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0120','["79 and LT", "58 and RT", "50 and LT", "78 and LT"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0121','["The removal, and a biopsy with 59", "The tumor removal alone", "The removal, and a biopsy with 58", "The biopsy, and the removal with 51"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0122','["G89.29, M51.26", "G89.29, M54.50", "M51.26, G89.29", "M51.26 alone"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0123','["C79.51, C50.912, G89.3", "G89.3, C79.51, C50.912", "G89.29, C79.51, C50.912", "G89.3, C79.51, Z85.3"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0124','["G81.14", "G81.11", "G81.92", "G81.12"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0125','["R56.9", "G40.911", "G40.919", "G40.909"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0126','["G43.019", "G43.709", "G43.711", "G43.719"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0127','["F02.B11, G30.1", "G30.1, F02.B0", "G30.1, F02.B11", "G30.9, F02.B11"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0128','["E11.3212, E11.3291", "E11.3211, E11.3292", "E11.3213", "E11.3291, E11.3292"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0129','["H40.1133", "H40.1130", "H40.1113, H40.1121", "H40.1111, H40.1123"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0130','["H40.10X2 twice", "H40.1132 once", "H40.10X4 once", "H40.10X2 once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0131','["H54.3", "H54.0X55", "H54.8", "H54.7"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0132','["H66.003, Z77.22", "H66.016, Z77.22", "H66.006, F17.210", "H66.006, Z77.22"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0133','["H90.A31, H90.A22", "H90.72, H90.41", "H90.6", "H90.A32, H90.A21"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0134','["G45.9", "Z86.73", "I69.30", "I63.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0135','["G44.1", "G97.1", "R51.9", "G97.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0136','["G89.28, T85.840A", "T85.840A, G89.29", "T85.840A, G89.28", "T85.840A, G89.18"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0137','["H81.09", "H81.01", "R42", "H81.03"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0138','["S05.01XA", "T15.02XA", "S05.02XA", "S05.02XD"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0139','["The code for several on different lids, with E3", "The code for a single one, two units, with E3", "The code for several on the same lid, with E1", "The code for several on the same lid, with E3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0140','["Within the visit, without a removal code", "As removal by irrigation, with modifier RT", "As removal with instruments, modifier 52", "As removal by irrigation, with modifier 25"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0141','["The single-level code, and the add-on once", "The single-level code, 50, and fluoroscopy", "The single-level code, with modifier 50", "The single-level code, without a modifier"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0142','["One-segment code once, add-on once", "One-segment code three times, no add-on", "One-segment code once, modifier 50", "One-segment code once, add-on twice"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0143','["Array code once, generator code once", "Array code twice, no generator code", "Array code twice, generator code once", "Array code once, generator code twice"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0144','["Routine cataract removal, 22 and RT", "Complex cataract removal, with RT", "Routine removal, and an iris procedure", "Complex removal, and lens implant, RT"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0145','["The code three times, with modifier 76", "The code once, for all three sittings", "The code three times, with modifier 58", "The code twice, once for each week"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0146','["The code twice, with E2 and E4", "The code twice, with E1 and E3", "The code once, for both the eyes", "The code twice, with E2 and E3"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0147','["T45.1X5A, G62.0", "G62.0, T45.1X5A", "T45.1X1A, G62.0", "G62.9, T45.1X5A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0148','["G20.B1", "G20.A2", "G20.A1", "G20.B2"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0149','["G56.41", "G90.511", "G90.511, G56.41", "G89.4, G56.41"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0150','["H35.3212, H35.3122", "H35.3211, H35.3121", "H35.3211, H35.3122", "H35.3132, H35.3211"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0151','["One-muscle code with LT, and one add-on", "One-muscle code with LT, and both add-ons", "One-muscle code, two units, with LT", "One-muscle code with LT and modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0152','["The laser treatment with modifier 58", "The laser treatment with modifier 79", "The laser treatment with modifier 78", "Nothing, as no operating room was used"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0153','["Single, second and third level, once each", "Single level once, second level three times", "Single and second once, third level twice", "Single, second and third once; fluoroscopy"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('nerv-0154','["S06.0X1S, G44.329", "G44.329, S06.0X1A", "R51.9, S06.0X1S", "G44.329, S06.0X1S"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0001','["The panel code, since most of its tests were done", "The panel code with modifier 52 for the missing test", "One of the two test codes, since one sample was used", "The code of each of the two tests that were done"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0002','["92", "QW", "90", "91"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0003','["Code once without a modifier, and twice with modifier 91", "Code once without a modifier, and three times with modifier 91", "Code once without a modifier, and twice with modifier 76", "Code once only, as the same test on one day is paid once"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0004','["One unit: one patient and one session", "Five units: one for each block", "Two units: one for each specimen", "Three units: one for each polyp"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0005','["First-block code once, additional-block code three times", "First-block code four times, additional-block code not at all", "First-block code twice, additional-block code not at all", "First-block code twice, additional-block code twice"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0006','["Presumptive code once; G0481 once", "Presumptive code once; G0480 once", "Presumptive code nine times; G0480 once", "Presumptive code once; G0480 five times"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0007','["Initial code twice, add-on four times", "Initial code once, add-on five times", "Initial code three times, add-on seven times", "Initial code six times, add-on not at all"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0008','["Both panel codes, as both panels were ordered and complete", "Both panel codes, with modifier 91 on the hepatic panel", "The comprehensive panel code and the direct bilirubin code", "The comprehensive panel code alone, as it takes in the other"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0101','["The difference up to the laboratory''s full charge", "Only 20 percent coinsurance, without the deductible", "The deductible first, and then 20 percent coinsurance", "Nothing: neither deductible nor coinsurance applies"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0102','["Seven", "Two", "Five", "One"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0103','["The DEA registration number", "The CLIA certificate number", "The analyzer''s serial number", "The patient''s order number"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0104','["Yes, with modifier 52, because nothing was measured", "No, as an LDL value is never reported beside a panel", "No, a value that is only calculated is not reported", "Yes, as each result on the report counts as a test"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0105','["N39.0, A49.8", "N39.0, B96.20", "N30.00, B96.20", "B96.20, N39.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0106','["92", "91", "26", "90"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0107','["G0103, one unit", "G0328, one unit", "G0121, one unit", "G0328, three units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0108','["Nothing more, with modifier QW on the test code", "Nothing more, since the physician reads it in person", "A certificate of compliance for complex testing", "A certificate for provider-performed microscopy"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0109','["Only the laboratory that runs or refers them may bill", "The office may bill the tests at its own cost", "The office may bill the tests with modifier 90", "The office and the laboratory each bill one half"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0110','["91", "76", "59", "90"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0111','["No, as manual counts are never reported", "Yes, with modifier 59 as another method", "No, it confirms the result of the ordered test", "Yes, with modifier 91 as a repeated test"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0112','["Three for F, one for T", "Two for F, one for T", "One for F, one for T", "Four for F, none for T"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0113','["G0123", "G0124", "G0145", "P3000"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0114','["G0481 and G0480, one unit each", "G0482, seventeen units", "G0482, one unit in all", "G0482, and three validity tests"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0115','["P9612", "G0471", "P9604", "P9603"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0116','["12", "48", "16", "24"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0117','["March 6", "March 3", "March 4", "March 5"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0118','["June 20", "June 25", "April 2", "June 22"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0119','["May 4", "May 24", "May 20", "April 27"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0120','["Part B pays 26 to the laboratory; the hospital pays the rest", "Part B pays TC to the laboratory and 26 to the hospital", "Part B pays the global service to the laboratory", "Part A pays everything through the hospital''s rate"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0121','["Yes, with modifier 26 on the laboratory code", "No, as the attending physician did not ask for it", "No, as pathologists cannot bill consultations", "Yes, as the result was abnormal and in writing"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0122','["Ask the physician whether to add a diagnosis", "Code hypokalemia, as the drug proves it", "Leave it and never raise it with anybody", "Code an abnormal finding of blood chemistry"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0123','["D49.2", "C44.311", "C44.310", "L98.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0124','["Yes, as the abnormal result shows the need", "No, as a culture is part of each urinalysis", "Yes, with modifier 59 as a different test", "No, as the treating physician did not order it"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0125','["Z01.812, K40.90", "K40.90 alone", "K40.90, Z01.812", "Z01.818, K40.90"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0126','["Z79.01, Z51.81, I48.91", "Z02.83, Z79.01, I48.91", "Z51.81, Z79.01, I48.91", "Z51.81, Z79.02, I48.91"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0127','["B20", "Z11.4", "Z21", "R75"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0128','["G0435 with Z11.4", "G0472 with Z11.59", "G0475 with Z11.4", "G0475 with Z21"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0129','["March 1, 2026", "March 12, 2026", "April 1, 2026", "March 1, 2022"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0130','["The panel and the drug, but no injection", "The panel, the drug and its administration", "The panel alone, with all of it included", "Each single hormone test and the drug"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0131','["Transfusion once, P9021 with two units", "Transfusion twice, P9016 with two units", "Transfusion once, P9016 with two units", "Transfusion once, P9016 with one unit"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0132','["One code, since each of the steps belongs to it", "One code with modifier 22 for the extra work", "Three codes, one for each of the steps performed", "Two codes, since extraction is a step of its own"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0133','["The diagnostic PSA code with Z12.5", "G0103 with Z12.5", "G0103 with R97.20", "The diagnostic PSA code with R97.20"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0134','["Z11.59", "U07.1", "Z20.828", "Z20.822"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0135','["Five units", "One unit", "Two units", "Four units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0136','["The general code, as PLA codes are optional", "An unlisted code, as the test is proprietary", "The PLA code alone, as it takes precedence", "Both codes, as they stand in different lists"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0137','["90", "26", "TC", "77"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0138','["Not at all, as there was no microscopy", "With the gross-only level, the lowest", "With the unlisted pathology procedure code", "With the lowest level that has microscopy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0139','["For the reading of the biopsy only", "For both, 20 percent of each one", "For the blood count only", "For neither, as both are laboratory"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0140','["91", "90", "92", "QW"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0141','["By the listed specimens whose work comes closest", "By the diagnosis: malignant takes the highest level", "By the number of blocks that had to be prepared", "By the lowest level that includes the microscope"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0142','["Lipid panel alone, as it includes triglycerides", "Each of the tests alone, triglycerides twice", "Lipid panel; triglycerides with modifier 91", "Lipid panel twice, the second with modifier 91"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0143','["14: one for each agent", "28: each agent, each organism", "One: there was one specimen", "Two: one for each plate"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0145','["G0472, once every year", "G0499, once every year", "Not covered without a risk", "G0472, once in his life"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0146','["P9016 and P9038, two units each", "P9016, two units", "P9040, two units", "P9038, two units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0147','["R87.612, B97.7", "R87.612, R87.810", "R87.612 alone", "N87.0, R87.810"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0148','["Z22.7", "Z11.1", "R76.11", "R76.12"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0149','["Z02.83 alone", "R78.0, Z02.83", "Z02.83, R78.0", "Z02.83, F10.120"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0150','["First episode twice, additional episode once", "First episode once, additional episode twice", "First episode twice, additional episode four times", "First episode six times, additional episode not at all"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0151','["First 1, add-on 13, interpretation 9 to 15 once", "First 1, add-on 14, interpretation 9 to 15 once", "First 1, add-on 13, interpretation 2 to 8 twice", "First 1, add-on 13, interpretation 14 times"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0152','["First frozen block once, additional block once", "Gross consultation once, first frozen block once", "First frozen block once, nothing else besides", "First frozen block twice, one for each specimen"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0153','["Reported once for each slide that was looked at", "Reported once, as it is one case for the second", "Reported with modifier 77, a repeat by another", "Not reported: a second look within the group"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('path-0154','["Yes, with modifier 90, as no more than 30 percent are referred", "Yes, without a modifier, as the tests were requested from A", "No, as only the laboratory that runs a test may bill for it", "No, as the two laboratories are not under common ownership"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0001','["TC", "26", "52", "No modifier"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0002','["The study without contrast", "The study with contrast", "The study without and then with contrast", "The study with contrast and modifier 52"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0003','["The two-or-more-views code, two units", "The two-or-more-views code and the one-view code, with modifier 76", "The two-or-more-views code with modifier 22", "The two-or-more-views code, one unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0004','["The complete code, because the order asks for it", "The complete code with modifier 52", "The limited code, one unit", "The limited code, one unit for each organ"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0005','["The diagnostic study only, as it replaces the screening", "Both studies, with modifier GG on the diagnostic code", "Both studies, with modifier 59 on the screening code", "The screening study only, with modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0006','["Three units", "Four units", "Five units", "Twenty-three units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0007','["First-lesion biopsy code once, additional-lesion add-on once, ultrasound guidance code once", "First-lesion biopsy code twice, modifier 59 on the second line; guidance and clips included", "First-lesion biopsy code once, additional-lesion add-on once, clip placement code twice", "First-lesion biopsy code once, additional-lesion add-on once; guidance and clips included"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0008','["The stent service only; today''s contrast runs belong to it", "The stent service, and the diagnostic angiogram with modifier 59", "The stent service, and the diagnostic angiogram with modifier 52", "The stent service, and the diagnostic angiogram with modifier 76"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0101','["N28.9", "R31.0", "Z01.89", "R31.9"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0102','["R05.9", "Z01.89", "J18.9, R05.9", "J18.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0103','["It is reported with 26, as it was supervised", "It is reported with 52, as parts are missing", "It is reported, as the note mentions it", "It is not reported, as no image was kept"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0104','["Z09", "Z01.89", "Z03.89", "Z00.00"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0105','["TC", "CT", "FX", "FY"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0106','["The study without contrast", "The study with contrast, modifier 52", "The study without and then with contrast", "The study with contrast"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0107','["A9552, 1 unit", "A9552, 12 units", "A9552, 45 units", "A9500, 1 unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0108','["No, only a radiologist may read it", "No, the check belongs to the placement", "Yes, with modifier 26 and a report", "Yes, with modifiers 26 and 59"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0109','["One unit for the encounter", "Two units, one an organ", "Three units, one a lesion", "Three units, two with 59"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0110','["$375.00", "$355.00", "$373.00", "$450.00"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0111','["FX, $68.00", "FY, $72.00", "FY, $74.00", "FY, $75.80"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0112','["PS", "QW", "76", "PI"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0113','["With PI and KX", "With GZ alone", "With PS alone", "With PS and KX"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0114','["Be in the office suite and at once available", "Be on the telephone within thirty minutes", "Be in the room while the study is performed", "Be responsible for the service, at any place"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0115','["Do the CT at once and get the order after", "Do the CT and bill it with modifier GA", "Get an order from the treating physician first", "Do the CT on the radiologist''s own order"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0116','["The radiologist''s, as the reading of the specialist", "Both, each at half of the professional component", "Both, the radiologist''s with modifier 77 appended", "The emergency physician''s, which guided the treatment"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0117','["Yes, with modifier 26 as first reader", "Yes, with modifier 52 for a short report", "No, it is a review and part of the visit", "No, that reading is for radiologists alone"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0118','["R0075 with UN", "R0075 with UP", "R0070 with UP", "R0070 without"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0119','["No, nothing is covered before the age of 40", "No, between 35 and 39 only one is covered", "Yes, with modifier GG on the mammogram", "Yes, as eleven full months have passed"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0120','["No, as 21 pack-years do not reach the thirty needed", "Yes, with 28 pack-years, one for each year of smoking", "Yes, with 21 pack-years and 13 years since he quit", "No, as he quit longer ago than the ten years allowed"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0121','["The IMRT plan only, the simulation being part of it", "The IMRT plan and the simulation, on their own dates", "The simulation only, as the first of the two services", "The IMRT plan, and the simulation with modifier 59"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0122','["Yes, with modifier 25 on the office visit", "No, such visits belong to treatment management", "Yes, with modifier 24 on the office visit", "No, as only one visit a course may be billed"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0123','["76", "91", "77", "59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0124','["53", "74", "73", "52"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0125','["$30.00", "$33.00", "$45.00", "$60.00"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0126','["The code with modifiers 26 and TC", "The code without a component modifier", "The code with modifier TC appended", "The code with modifier 26 appended"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0127','["7.5", "8", "1", "75"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0128','["G0279 once, beside the diagnostic mammogram code", "G0279 alone, in place of the diagnostic mammogram", "G0279 twice, beside the diagnostic mammogram code", "Nothing, as each mammogram code includes it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0129','["Z85.118, Z08", "Z09, Z85.118", "C34.11, Z08", "Z08, Z85.118"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0130','["No, the injection is part of the study", "Yes, as a push of another drug", "Yes, with modifier 59 appended", "No, as only a hospital may report it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0131','["The professional component only", "The global service, since it owns the scanner", "The technical component only", "Nothing, since Part A pays for all of it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0132','["R92.333, Z12.31", "R92.333 alone", "Z12.31, R92.2", "Z12.31, R92.333"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0133','["A woman of 70 who smoked one pack a day for years", "A man of 70, a smoker, first screened at 66 years", "A woman of 70 whose brother had such an aneurysm", "A man of 79 who smoked but has no family history"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0134','["February 10, 2026", "February 1, 2026", "January 1, 2026", "February 1, 2025"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0135','["Z78.0, Z13.820", "M81.0, Z78.0", "Z13.820, Z78.0", "Z13.820, N95.1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0136','["Z51.11, C34.11, E86.0, R11.11", "E86.0, R11.11, Z51.0, C34.11", "Z51.0, C34.11, E86.0, R11.11", "C34.11, Z51.0, E86.0, R11.11"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0137','["The without code, and the with code", "The without-followed-by-with code, once", "The with-contrast code, two units", "The with-contrast code, modifier 22"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0138','["A fluoroscopy code with modifier 59", "A fluoroscopy code with modifier 26", "Nothing, as it is inherent in the study", "A fluoroscopy code for every hour"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0139','["TC", "26", "52", "No modifier"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0140','["The abdomen code, and the pelvis code", "The abdomen code, with modifier 22", "The joined code without contrast, once", "The joined code, and the pelvis with 59"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0142','["CT angiography, and 3D rendering", "CT with contrast, and 3D rendering", "The CT angiography code alone", "CT angiography, and CT with contrast"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0143','["The abdominal and the transvaginal code", "The abdominal code alone, as the first", "The transvaginal code alone, as the better", "The abdominal code, with two units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0144','["First-fetus code twice, no add-on", "First-fetus code once, no add-on", "First-fetus code once, modifier 50", "First-fetus code once, add-on once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0145','["Catheter placement with 26; supervision with 26", "Supervision code with 26, which holds both", "Catheter placement alone, which holds both", "Catheter placement; supervision code with 26"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0146','["The tracer, and an injection code", "The tracer, but not its injection", "The injection, but not the tracer", "Nothing, as all of it is in the scan"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0147','["Initial hospital care, and no daily visits", "Subsequent hospital visits, with modifier 25", "Nothing, as the brachytherapy includes them", "Weekly treatment management for the stay"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0148','["The screening code with modifier 50", "The screening code with modifier 52", "The diagnostic code for one breast", "The screening code with modifier 53"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0149','["Z12.2, Z87.891", "Z87.891, Z12.2", "Z12.2, F17.211", "R91.8, Z87.891"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0150','["Z51.11, C18.7, C78.7", "C18.7, R93.2", "Z08, Z85.038, C78.7", "C18.7, C78.7"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0151','["R0070 once; Q0092 once", "R0070 once; Q0092 three times", "R0075 once; Q0092 twice", "R0070 once; Q0092 twice"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0152','["Z01.811, M17.11, R91.1", "M17.11, Z01.811, R91.1", "R91.1, M17.11, Z01.811", "Z01.811, R91.1, Z96.651"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0153','["The joined code, with contrast only", "The joined code, without followed by with", "Abdomen without and with; pelvis with", "The joined codes, without and with, both"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('radi-0154','["O35.BXX0", "Z03.73", "Z36.83", "O28.3"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0001','["Colostomy", "Colotomy", "Colectomy", "Colopexy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0002','["Thoracotomy", "Thoracostomy", "Thoracoscopy", "Thoracentesis"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0003','["K80.51", "K80.21", "K80.31", "K80.71"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0004','["L60.1", "L60.2", "L60.0", "B35.1"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0005','["Supracervical hysterectomy with left salpingo-oophorectomy", "Total hysterectomy with left oophorectomy", "Total hysterectomy with left salpingo-oophorectomy", "Radical hysterectomy with left salpingo-oophorectomy"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0006','["Dysphasia, R47.02", "Dysarthria, R47.1", "Dysphagia, R13.10", "Dysphonia, R49.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0007','["M43.06", "M47.816", "M43.17", "M43.16"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0008','["Pyelolithotomy", "Nephrolithotomy", "Ureterolithotomy", "Pyelostomy"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0101','["Nephrostomy", "Nephropexy", "Nephrorrhaphy", "Nephrectomy"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0102','["Orchiocele", "Orchiopexy", "Orchiotomy", "Orchiectomy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0103','["Melena, K92.1", "Epistaxis, R04.0", "Hematemesis, K92.0", "Hemoptysis, R04.2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0104','["R16.2", "R16.1", "R16.0", "R16.0, R16.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0105','["Glossitis, K14.0", "Cheilitis, K13.0", "Gingivitis, K05.10", "Stomatitis, K12.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0106','["Hyponatremia, E87.1", "Hypocalcemia, E83.51", "Hyperkalemia, E87.5", "Hypokalemia, E87.6"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0107','["Endocarditis, I33.9", "Myocarditis, I40.9", "Pancarditis, I51.89", "Pericarditis, I30.9"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0108','["Oliguria, R34", "Polyuria, R35.89", "Nocturia, R35.1", "Dysuria, R30.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0109','["H16.123", "L57.0", "H16.131", "H16.133"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0110','["G37.3", "C90.00", "M86.9", "M60.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0111','["M83.9", "M22.41", "M22.42", "M94.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0112','["Q70.21", "Q69.0", "Q70.01", "Q70.11"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0113','["H92.12", "H92.21", "H92.01", "H92.11"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0114','["Arthrocentesis", "Arthrodesis", "Arthroplasty", "Arthrolysis"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0115','["Tenodesis", "Tenolysis", "Tenotomy", "Tenorrhaphy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0116','["I80.02", "I82.812", "I82.402", "I80.01"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0117','["Pancytopenia, D61.818", "Thrombocytopenia, D69.6", "Leukopenia, D72.819", "Leukocytosis, D72.829"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0118','["N94.6", "N91.4", "N91.1", "N91.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0119','["Blepharospasm, G24.5", "Blepharoptosis, H02.403", "Blepharitis, H01.009", "Blepharochalasis, H02.30"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0120','["Segmentectomy", "Lobectomy", "Pneumonotomy", "Pneumonectomy"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0121','["L74.4", "L74.510", "L74.52", "R61"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0122','["Sialolithiasis, K11.5", "Nephrolithiasis, N20.0", "Sialoadenitis, K11.20", "Cholelithiasis, K80.20"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0123','["Dacryocystitis, H04.321", "Dacryoadenitis, H04.012", "Dacryocystitis, H04.322", "Blepharitis, H01.006"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0124','["Dyspnea, R06.00", "Tachypnea, R06.82", "Tachycardia, R00.0", "Apnea, R06.81"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0125','["Rectocele, N81.6", "Cystocele, N81.10", "Urethrocele, N81.0", "Enterocele, N81.5"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0126','["H68.021", "N70.01", "H73.001", "H68.011"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0127','["Hematosalpinx, N83.6", "Hematocolpos, N89.7", "Hematometra, N85.7", "Hemoperitoneum, K66.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0128','["Keratectomy", "Exenteration", "Enucleation", "Evisceration"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0129','["Colporrhaphy", "Colpopexy", "Colpectomy", "Hysteropexy"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0130','["The left eyelid was lifted and fixed in place", "Bones of the left ankle were bound together", "The lids of the left eye were partly sewn together", "The plate of the left upper lid was cut away"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0131','["K42.9", "Q79.2", "P38.9", "L08.82"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0132','["Adenocarcinoma", "Rhabdomyosarcoma", "Leiomyoma", "Leiomyosarcoma"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0133','["Tympanosclerosis, H74.01", "Otosclerosis, H80.91", "Acute myringitis, H73.001", "Tympanosclerosis, H74.02"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0134','["M81.0", "M86.9", "M87.052", "M87.051"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0135','["N13.30", "N83.6", "N70.11", "N70.01"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0136','["R23.3", "D69.2", "R58", "S80.11XA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0137','["Embolectomy", "Arteriotomy", "Angioplasty", "Endarterectomy"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0138','["Hemarthrosis, M25.061", "Hydrarthrosis, M25.461", "Arthralgia, M25.561", "Pyarthrosis, M00.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0139','["Entropion, H02.032", "Trichiasis, H02.052", "Mechanical ectropion, H02.122", "Ectropion, H02.132"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0140','["Genu varum, M21.162", "Hallux valgus, M20.12", "Genu valgum, M21.062", "Genu varum, Q74.1"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0141','["Preputial adhesions, N47.5", "Paraphimosis, N47.2", "Phimosis, N47.1", "Balanitis, N48.1"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0142','["Craniostomy", "Craniectomy", "Craniotomy", "Cranioplasty"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0143','["Salpingectomy", "Salpingorrhaphy", "Salpingostomy", "Oophorotomy"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0144','["Chalazion, H00.11", "Hordeolum internum, H00.021", "Blepharitis, H01.001", "Hordeolum externum, H00.011"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0145','["Diaphragmatic hernia, Q79.0", "Gastroschisis, Q79.3", "Umbilical hernia, K42.9", "Omphalocele, Q79.2"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0146','["Spondylosis, M47.816", "Spondylolisthesis, M43.16", "Spondylolysis, M43.06", "Spinal stenosis, M48.061"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0147','["Ureteroureterostomy", "Cutaneous ureterostomy", "Ureteroenterostomy", "Ureteroneocystostomy"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('term-0148','["Cholecystojejunostomy", "Choledochoduodenostomy", "Choledochojejunostomy", "Gastrojejunostomy"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0039-1','["T43.012A, T42.4X2A, J96.01, F32.2", "T43.012A, J96.01, F32.2", "T43.015A, T42.4X5A, J96.01, F32.2", "J96.01, T43.012A, T42.4X2A, F32.2"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0039-2','["A0429-RH; A0425-RH, 12 units", "A0427-RH; A0425-RH, 12 units", "A0433-RH; A0425-RH, 12 units", "A0427-HR; A0425-HR, 12 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0039-3','["None, as definitive testing was due", "Two, one for each drug she had taken", "One, whatever the number of classes", "Eight, one for each of the classes"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0039-4','["Two views on the first date, with 26", "One view on each date, no modifier", "One view on each date, both with TC", "One view on each date, both with 26"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0040-1','["I63.412, G81.93, R47.01, I48.0, Z92.82", "I63.412, G81.91, R47.01, I48.0, Z92.82", "I63.412, G81.93, R47.01, I48.0", "I63.412, I69.353, I69.320, I48.0, Z92.82"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0040-2','["No, as only a physician may document it", "Yes, R29.714 before the infarction", "No, as the stroke code has the severity", "Yes, R29.714 after the infarction"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0040-3','["One code, which holds catheter, films and drug", "Two codes, thrombectomy and catheter placement", "Two codes, thrombectomy and infusion of the drug", "Two thrombectomy codes, one for each of the passes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0040-4','["Initial hospital visit, with AI", "Initial hospital visit, without AI", "Inpatient consultation, without AI", "Subsequent hospital visit, without AI"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0040-5','["Z92.82", "I63.412", "Z86.73", "I69.30"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0041-1','["M80.051D", "M80.051A", "M81.0", "S72.001A"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0041-2','["Partial replacement of the hip joint, as it is for arthritis", "Fracture care with internal fixation; partial replacement", "Total replacement of the hip joint, socket and stem", "Fracture care of the femoral neck, open, with prosthesis"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0041-3','["15.4", "16.0", "16.4", "17.4"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0041-4','["One code: both hips with pelvis, three views", "Two codes: hip, one view, and hip, two views", "One code: hip with pelvis, three views", "Two codes: pelvis, and hip with two views"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0041-5','["E0143-RR", "E0143-NU", "E0130-NU", "E0135-NU"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0042-1','["I21.4, I21.11", "I22.2, I25.2", "I22.2, I21.11", "I22.2 alone"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0042-2','["One code for multiple studies", "One code for a single study, twice", "Multiple studies, and ejection fraction", "Multiple studies, with modifier 26"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0042-3','["J2785, 4 units; A9502, 2 units", "J2785, 1 unit; A9500, 2 units", "J2785, 4 units; A9500, 1 unit", "J2785, 4 units; A9500, 2 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0042-4','["The tracing, and the report apart", "The complete service, one code", "Not at all, as imaging includes it", "The complete service, with 26"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0042-5','["I25.10, I25.2", "I25.10, I21.9", "I25.119, I25.2", "I25.10, I21.11, I22.2"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0043-1','["P07.18, P07.37, P59.0, Z38.00", "Z38.00, P07.18, P07.38, P59.0", "Z38.00, P07.37, P07.18, P59.0", "Z38.00, P07.18, P07.37, P59.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0043-3','["Attendance, and resuscitation", "Newborn resuscitation alone", "Critical care of a newborn", "Attendance at delivery alone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0043-4','["Not at all on one day", "The test again, with 90", "The test again, with 76", "The test again, with 91"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0043-5','["Z00.111", "Z00.129", "Z00.110", "Z38.00"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0044-1','["T81.42XA, B96.20", "T81.41XA, B96.20, Z16.12", "T81.42XA, B96.20, Z16.12", "T81.42XA, B96.20, Z16.24"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0044-2','["78, the first period runs on", "78, and a new period then begins", "79, and a new period begins", "58, and a new period begins"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0044-3','["Muscle: first 20 sq cm, add-on twice", "Muscle: first 20 sq cm, add-on three times", "Muscle: first 20 sq cm; fat: first 20 sq cm", "Muscle: first 20 sq cm, and nothing more"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0044-4','["N for the wound, Y for the bowel", "N for the wound, N for the bowel", "Y for the wound, W for the bowel", "Y for the wound, N for the bowel"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0044-5','["J1335, 2 units; hydration, first hour", "J1335, 2 units; one injection by push", "J1335, 2 units; infusion, first hour", "J1335, 1 unit; one infusion, first hour"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0017-1','["S42.022A, S01.01XA, S20.212A", "S42.025A, S01.01XA, S20.212A", "S42.022A, S01.01XA, R07.89", "S42.022B, S01.01XA, S20.212A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0017-2','["V43.53XA, Y92.414, Y99.8", "V43.53XA, Y92.414, Y99.0", "V43.63XA, Y92.414, Y99.0", "V43.03XA, Y92.414, Y99.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0017-3','["By decision making: high", "By total time, which is 70 minutes", "By decision making: low", "By decision making: moderate"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0017-4','["Simple repair, and the visit with 57", "Simple repair alone, the visit is in it", "Simple repair, and the visit with 25", "Visit alone, as staples are no repair"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0017-5','["The code with 7th character D", "The code with 7th character G", "The code with 7th character S", "The code with 7th character A"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0018-1','["A41.01, R65.21, J15.211, J96.01, N17.9", "J15.211, A41.01, R65.21, J96.01, N17.9", "R65.21, A41.01, J15.211, J96.01, N17.9", "A41.01, R65.20, J15.211, J96.01, N17.9"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0018-2','["First hour once, add-on once", "First hour three times, no add-on", "First hour once, add-on twice", "First hour once, no add-on"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0018-3','["Blood gases, intubation, gastric tube", "Gastric tube, ventilator, intubation", "Gastric tube, ventilator, blood gases", "Ventilator, intubation, blood gases"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0018-4','["Central, not tunneled, no port; guidance inside", "Peripherally inserted; guidance inside", "Central, tunneled, no port; guidance added", "Central, not tunneled, no port; guidance added"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0018-5','["Code neither, and leave it without a query", "Query the physician and code neither yet", "Code E43 and Z68.1 from the dietitian''s note", "Code Z68.1, which others may document"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0019-1','["I13.0, N18.4, I48.21, Z79.01", "I13.0, I50.33, N18.4, I48.21, Z79.01", "I50.33, I13.0, N18.4, I48.21, Z79.01", "I11.0, I50.33, N18.4, I48.21, Z79.01"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0019-2','["The hospitalist, 60 minutes, no FS", "The hospitalist, 95 minutes, FS", "The hospitalist, 85 minutes, FS", "The nurse practitioner, 85 minutes, FS"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0019-3','["Discharge day, 30 minutes or less", "Subsequent day, chosen by time", "Discharge day, more than 30 minutes", "Observation discharge, a code apart"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0019-4','["G0378, 1 unit", "G0378, 21 units", "G0378, 2 units", "G0379, 21 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0019-5','["No, the stay did not pass the 24-hour mark", "Yes, before the first hour of observation begins", "Yes, within 36 hours of the start of observation", "No, the notice is only for those admitted later"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0020-1','["O34.211, O24.410, O70.1, Z3A.39, Z37.0", "O34.211, O24.420, O70.1, Z3A.39, Z38.00", "O80, O24.420, O70.1, Z3A.39, Z37.0", "O34.211, O24.420, O70.1, Z3A.39, Z37.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0020-2','["Package of vaginal birth after cesarean; tear repair", "Package of vaginal birth after cesarean, alone", "Package of vaginal birth, with modifier 22", "Delivery after cesarean; antepartum visits counted"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0020-3','["Apart from the package; O23.13, Z3A.31", "Apart from the package; N30.00, Z3A.31", "Within the package; O23.13, Z3A.31", "Apart from the package; O23.12, Z3A.31"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0020-4','["Both are reported apart from the package", "Only the second one is reported apart", "Both are reported with modifier 24", "Both are part of the package"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0020-5','["Z37.0", "Z00.110", "Z38.00", "P70.0"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-1','["Two transbronchial services, one for each lobe", "One transbronchial service, which has both", "One endobronchial and one transbronchial service", "Five endobronchial and four transbronchial services"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-2','["Once, as one or two stations", "Three times, once for a station", "Nine times, once for a pass", "Once, as three or more stations"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-3','["C34.01, C77.1, F17.210", "C34.11, C77.1, F17.210", "C34.11, C78.01, F17.210", "R91.8, C77.1, F17.210"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-4','["No, bronchoscopy codes include it", "Yes, with modifier 59 for another lobe", "Yes, with modifier 26 for the reading", "No, only the hospital may report it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-5','["Drainage by catheter, guidance in the code", "Drainage by catheter, and guidance apart", "Open tube placement, guidance apart", "Needle thoracentesis, guidance in the code"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0021-6','["J93.9", "S27.0XXA", "J95.811", "J93.83"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0022-1','["Stenting for LD; balloon only for RC", "Stenting twice, once LD and once RC", "Stenting twice, and a balloon for LD", "Stenting once, for both of the stents"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0022-2','["Not at all, as the stenting includes it", "One catheterization code, with 26 alone", "Three codes: angiography, pressures, ventriculogram", "One catheterization code, with 26 and 59"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0022-3','["I25.118, I10, E78.5", "I25.10, I20.89, I10, E78.5", "I25.118, I10, E78.5, Z95.5", "I25.110, I10, E78.5"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0022-4','["C1876, 2 units", "C1874, 1 unit", "C1874, 2 units", "C1875, 2 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0023-1','["Tube removal; diagnostic laparoscopy as well", "Ectopic pregnancy treated; tube removal as well", "Ectopic pregnancy treated without tube removal", "Ectopic pregnancy treated with tube removal"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0023-2','["Laparoscopic drainage of a cyst", "Part of the work on the left tube", "Laparoscopic removal of the ovary", "Laparoscopic removal of a lesion"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0023-3','["O00.202", "O00.102", "O00.102, Z3A.01", "O00.112"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0023-4','["J2791, 15 units", "J2788, 6 units", "J2790, 1 unit", "J2790, 300 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0024-1','["12 minutes, 0.8 units", "35 minutes, 2.3 units", "35 minutes, 3.0 units", "29 minutes, 1.9 units"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0024-2','["QK on one line, QX on the other", "QY on one line, QX on the other", "AA on one line, QZ on the other", "AD on one line, QX on the other"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0024-3','["P2, and the add-on for an age under 1 year", "P2, and the add-on for an emergency", "P2, as only an age above 70 is added for", "P3, and the add-on for an age under 1 year"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0024-4','["Tubes under local anesthesia, with 50", "Tubes under general anesthesia, with 50", "Tubes under general anesthesia, and microscope", "Tubes and incision of drums, each with 50"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0024-5','["H65.03", "H65.23", "H65.33", "H65.32"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0032-1','["First level once; second-level add-on once", "First level with 50; third-level add-on twice", "First level with 50; second-level add-on twice", "First level four times, once for every joint"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0032-2','["Not at all, as the codes include them", "As guidance four times, with modifier 59", "As an arthrogram of each joint, with 26", "As guidance once, for the whole session"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0032-3','["J3301, 8 units", "J2919, 16 units", "J1010, 4 units", "J1010, 80 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0032-4','["M54.50", "M47.26", "M47.816", "M47.817"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0033-1','["Add-on to the visit, the 30-minute step", "Add-on to the visit, the 45-minute step", "Not at all, as the visit includes the talk", "On its own with 59, the 45-minute step"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0033-2','["By decision making: moderate", "By decision making: high", "By total time, with the 40 minutes", "By decision making: low"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0033-3','["F33.1, T43.226A, Z91.120, F17.210", "F33.1, T43.226A, Z91.128, F17.290", "T43.226A, F33.1, Z91.120, F17.290", "F33.1, T43.226A, Z91.120, F17.290"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0033-4','["12", "11", "10", "02"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0033-5','["A business associate agreement with the insurer", "The patient''s written authorization for these notes", "Nothing more, as they are needed to be paid", "The patient''s consent, by word of mouth, for the talk"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0034-1','["J45.41, Z77.22", "J45.42, Z77.22", "J45.901, Z77.22", "J45.41, Z57.31"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0034-2','["The treatment once, and an hour of it added", "The treatment twice, the second with 91", "The treatment once, as for a whole visit", "The treatment twice, the second with 76"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0034-3','["A4614", "A7015", "A4627", "E0570"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0034-4','["Moderate decision making, with 25", "Moderate decision making, with 57", "Not at all, as the treatments include it", "Low decision making, with 25"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0035-1','["Z34.02, Z3A.20", "O30.042, Z3A.20", "O30.041, Z3A.20", "O30.002, Z3A.20"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0035-2','["The complete study once, as there is one mother", "The complete study once, with modifier 22 added", "The complete study once, and the add-on for fetus 2", "The complete study twice, and 59 on that of fetus 2"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0035-3','["Labor epidural, and cesarean anesthesia on its own", "Labor epidural, and the add-on for cesarean", "Cesarean anesthesia on its own, as the higher base", "Labor epidural alone, as the catheter was the same"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0035-4','["O30.043, O32.2XX0, Z3A.37, Z37.2", "O30.003, O32.2XX2, Z3A.37, Z37.2", "O30.043, O32.2XX2, Z3A.37, Z37.0", "O30.043, O32.2XX2, Z3A.37, Z37.2"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0035-5','["Z38.31", "Z38.30", "Z37.2", "Z38.01"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0036-1','["Daily service for a part of a month, thirty times", "Monthly service for an adult with one visit, three times", "Monthly service for an adult with four or more visits, once", "Monthly service for an adult with two to three visits, once"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0036-2','["E10.22, I12.9, N18.6, Z99.2", "E10.22, I12.0, N18.6, Z99.2", "E11.22, I12.0, N18.6, Z99.2", "E10.22, I10, N18.6, Z99.2"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0036-3','["Q5105, 40 units", "J0885, 4 units", "Q4081, 40 units", "Q4081, 4 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0036-4','["Balloon in the peripheral segment, one code", "Balloon in the peripheral segment, two units", "Balloon, peripheral and central, two codes", "Films of the circuit, and balloon, two codes"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0036-5','["T82.868A", "I87.1", "T82.858A", "T82.857A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0037-1','["Exercise 1 unit, gait 0, neuromuscular 0", "Exercise 1 unit, gait 1, neuromuscular 1", "Exercise 2 units, gait 1, neuromuscular 1", "Exercise 2 units, gait 1, neuromuscular 0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0037-2','["G0283, 1 unit", "G0281, 1 unit", "G0283, 2 units", "G0282, 1 unit"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0037-3','["G81.91, R47.01, Z86.73", "I69.351, I69.320", "I69.353, I69.320", "I63.9, G81.91, R47.01"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0037-4','["KX", "CQ", "59", "GA"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0037-5','["L1940", "L1960", "L1970", "L1930"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0038-1','["S0612", "G0438", "G0439", "G0402"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0038-2','["Q0091 alone", "G0101, P3000", "G0101 alone", "G0101, Q0091"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0038-3','["G0008, 2 units", "G0008, G0010", "G0008, G0009", "G0009, 2 units"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0038-4','["Yes, but it has to go with the wellness visit instead", "No, as hypertension is too simple a condition", "No, as a visit with 25 can never take the add-on code", "Yes, as what stands beside it is preventive care"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0038-5','["The panel, as all eight were ordered", "Seven tests, each with its own code", "The panel, with modifier 52 for the loss", "The panel, and 91 for the failed test"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0009-1','["E11.22, I12.9, N18.32, E11.42, E11.65, Z79.4", "E11.22, I12.9, N18.32, E11.42, E11.65, Z79.4, Z79.84", "E11.9, I12.9, N18.32, G62.9, R73.9, Z79.4, Z79.84", "E11.22, I10, N18.32, E11.42, E11.65, Z79.4, Z79.84"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0009-2','["Z68.36 alone", "E66.9, Z68.36", "E66.812 alone", "E66.812, Z68.36"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0009-3','["One: the urine albumin alone", "Three: A1c, creatinine and urine albumin", "Four: the letter and all three tests", "Two: the letter and the urine albumin"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0009-4','["High, as insulin needs monitoring", "Moderate, by problems and risk", "High, as several illnesses are treated", "Low, as the data are limited"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0009-5','["G0439", "G0316", "G2211", "G2212"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0010-1','["Z00.121, H66.91, Z23", "Z00.121, H66.001, Z23", "H66.001, Z00.121, Z23", "Z00.129, H66.001, Z23"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0010-2','["Preventive visit, and problem visit with 25", "Preventive visit with 25, and problem visit", "Preventive visit alone, as he came for it", "Problem visit alone, as he proved to be ill"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0010-3','["First component once, additional component four times", "First component five times, additional component not at all", "First component twice, additional component not at all", "First component twice, additional component three times"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0010-4','["Both are reported, each with modifier 50", "Both are reported apart from the visit", "Both are included in the preventive visit", "Only a test that was failed is reported apart"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0010-5','["Z00.129, Z86.69", "Z08, Z86.69", "Z09, Z86.69", "Z86.69 alone"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-1','["One initial service; additional hours are not reported", "First hour as the initial service; three additional hours", "First hour as the initial service; two additional hours", "First hour as a sequential service; two additional hours"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-2','["One concurrent infusion", "One further hour of the first infusion", "One sequential infusion", "One more initial infusion"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-3','["Two sequential pushes, both as add-ons", "One initial push and one sequential push", "Nothing, as both prepare for chemotherapy", "One sequential push for both drugs"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-4','["Hydration as an add-on, two units", "Hydration as an add-on, one unit", "Nothing, as fluids belong to chemotherapy", "Hydration as the initial service, one unit"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-5','["J9201, 10 units; J9201-JW, 1 unit", "J9201-JZ, 9 units", "J9201-JW, 10 units", "J9201, 9 units; J9201-JW, 1 unit"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0011-6','["Z51.11, C50.412, C78.7, E86.0", "Z51.11, C78.7, Z85.3, E86.0", "E86.0, Z51.11, C50.412, C78.7", "C50.412, C78.7, Z51.11, E86.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0012-1','["46 minutes, level five", "39 minutes, level four", "22 minutes, level three", "45 minutes, level five"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0012-2','["Z08, Z85.038, Z90.49, F17.210", "Z85.038, Z08, Z90.49, F17.210", "Z09, Z85.038, Z90.49, F17.210", "C18.2, Z90.49, F17.210"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0012-3','["As cessation counseling of over 10 minutes", "Not at all, as advice is part of any visit", "As cessation counseling of 3 to 10 minutes", "Not at all, as under 8 minutes do not count"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0012-4','["No, the visit of that day includes it", "No, a flush is never paid for", "Yes, when 25 is put on the visit", "Yes, when 59 is put on the flush"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0012-5','["The test, with modifier QW", "The drawing of blood only", "The test and the drawing", "The test, with modifier 90"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0013-1','["Muscle: first 20 sq cm and one add-on, for all three wounds", "Muscle: first 20 sq cm; fat: first 20 sq cm, two units", "Muscle: first 20 sq cm; fat: first 20 sq cm and one add-on", "Muscle: first 20 sq cm; fat: first 20 sq cm and no add-on"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0013-2','["E11.621, L97.423, Z79.84", "E11.621, L97.422, Z79.84", "E11.622, L97.423, Z79.84", "L97.423, E11.621, Z79.84"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0013-3','["I83.012, L97.211", "I83.012, L97.212", "I83.212, L97.212", "L97.212, I83.012"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0013-4','["L89.219", "L89.216", "L89.210", "L89.213"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0013-5','["A6197-A3, 90 units", "A6196-A1, 90 units", "A6196-A3, 30 units", "A6196-A3, 90 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-1','["J44.1, J96.21, Z99.81, Z87.891", "J44.9, J96.11, Z99.81, Z87.891", "J44.1, J96.11, Z99.81, Z87.891", "J44.0, J96.11, Z99.81, Z87.891"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-2','["Established: the group has a record of him", "New: this physician sees him for the first time", "New: more than one year has passed since the last visit", "Established: same group and specialty within 3 years"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-3','["One spirometry code, and a second one with 76", "One spirometry code with two units of service", "One code for spirometry before and after the drug", "One spirometry code, and a nebulizer treatment"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-4','["E1391-RR, E0570-RR", "E0424-RR, E0570-RR", "E1390-NU, E0570-NU", "E1390-RR, E0570-RR"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-5','["J7613, 300 units", "J7613, 120 units", "J7611, 300 units", "J7620, 120 units"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0014-6','["A certificate of medical necessity", "The signed standard written order", "A signed notice of noncoverage", "A note of the order by telephone"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-1','["S52.502A", "S59.222A", "S59.212A", "S59.222D"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-2','["Closed treatment without manipulation; cast", "Closed treatment with manipulation; injection", "Closed treatment with manipulation; cast", "Closed treatment with manipulation, alone"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-3','["Q4012, apart from the treatment", "Q4010, apart from the treatment", "Q4011, apart from the treatment", "None, as the package holds them"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-4','["Not at all, as treatment includes it", "As a new patient visit with 25", "As a new patient visit with 24", "As a new patient visit with 57"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-5','["The technical component only", "No component at all", "The professional component only", "Both components, as it owns the machine"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0015-6','["Nothing within the 90 days", "The cast application and supplies", "The supplies without the application", "A visit with 24, and the supplies"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-1','["Only the diagnostic one, with no modifier", "Only the screening one, with modifier 22", "Both, with GG on the diagnostic one", "Both, with 59 on the screening one"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-2','["Complete, with 52", "Guidance, left breast", "Limited, left breast", "Complete, left breast"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-3','["One biopsy code, which holds guidance and clip", "One biopsy code, and one for the guidance", "One biopsy code, and a code for the clip", "Five biopsy codes, one for each of the cores"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-4','["One, for one session", "Seven, one for each core", "Two, the second with 91", "Two, one for each container"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-5','["One unit, as they are on one specimen", "Three units, one for each antibody", "Fifteen units, three for each of the cores", "No unit, as the examination has the stains"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0016-6','["C50.912, C77.3", "C50.612, C77.3", "C50.412, R59.0", "C50.412, C77.3"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0025-1','["T31.10, T22.311A, T23.261A, T24.212A", "T22.311A, T23.261A, T24.212A, T31.10", "T24.212A, T22.311A, T23.261A, T31.10", "T22.311A, T23.261A, T24.212A, T31.11"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0025-2','["Site preparation and autograft, each with add-on three times", "Site preparation and autograft, each with add-on twice", "Autograft alone, with its add-on three times", "Autograft and the donor site, both of them with add-on three times"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0025-3','["Not at all, since the forearm was grafted", "Twice, since hand and thigh are two sites", "Once, by the 8 percent of body surface treated", "Once, by the 10 percent of body surface burned"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0025-4','["L90.5, T22.311D", "T22.311S alone", "T22.311S, L90.5", "L90.5, T22.311S"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0026-1','["Open appendectomy without rupture; drainage", "Open appendectomy; laparoscopy with 53", "Open appendectomy for rupture with abscess", "Laparoscopic appendectomy with modifier 52"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0026-2','["K35.33, Z53.31", "K35.32, Z53.31", "K35.33, Z53.39", "K35.211, Z53.31"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0026-3','["82", "62", "80", "AS"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0026-4','["As a visit with 25, as stitches were cut", "Not at all, as the package has it", "As wound treatment with modifier 78", "As a visit with 24, as infection is new"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0027-1','["S82.201B, S82.401B", "S82.251C, S82.421C", "S82.251B, S82.421B", "S82.251A, S82.421A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0027-2','["Closed treatment without manipulation", "Closed treatment with manipulation", "Percutaneous skeletal fixation", "Open treatment with manipulation"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0027-3','["On its own, as a fixator in many planes", "Four times, once for each of the pins", "Not at all, as first splints are included", "On its own, as a fixator in one plane"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0027-4','["Open fracture debridement, down to muscle", "Not at all, as the fracture care has it", "Ordinary debridement of muscle, by area", "Open fracture debridement, down to the bone"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0027-5','["S82.251B; modifier 79", "S82.251E; modifier 58", "S82.251B; modifier 78", "S82.251B; modifier 58"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0028-1','["Cuff repair, collarbone resection, decompression add-on", "Cuff repair, the decompression add-on, and limited debridement", "Cuff repair alone, as one shoulder is one joint", "Cuff repair, collarbone resection, and limited debridement"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0028-2','["S46.011A, M75.41, M19.011", "M75.121, M75.41, M19.011", "M75.122, M75.42, M19.012", "M75.111, M75.41, M19.011"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0028-3','["No, as only the surgeon treats that pain", "Yes, with 47, as the surgeon asked for it", "Yes, with 59, as it is for later pain", "No, as any block is part of anesthesia"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0028-4','["L8699, 2 units", "C1776, 2 units", "C1713, 1 unit", "C1713, 2 units"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0029-1','["Upper endoscopy with biopsy, once; with dilation, once", "Upper endoscopy with biopsy, once; esophagoscopy with dilation", "Upper endoscopy with biopsy, twice; with dilation, once", "Diagnostic upper endoscopy; with biopsy; with dilation"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0029-2','["K21.9, K22.2, K29.50, B96.81", "K21.00, K22.2, K29.50, B96.81", "K21.00, K22.2, K29.50", "K21.01, K22.2, K29.51, B96.81"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0029-3','["AA and QX", "QZ and QS", "AA and QS", "QK and QS"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0029-4','["Cardia", "Pylorus", "Fundus", "Jejunum"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0030-1','["Removal with replacement of a generator, single lead system, one code", "Removal of a generator, and insertion of a dual lead system", "Removal of a generator, and insertion of a generator alone, two codes", "Removal with replacement of a generator, dual lead system, one code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0030-2','["Z95.0", "Z45.018", "Z45.010", "T82.111A"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0030-3','["Neither is reported, as both are included", "Only the test of the leads is reported", "Only the fluoroscopy is reported, with 26", "Both are reported, each with modifier 26"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0030-4','["C2619", "C1786", "C2620", "C1785"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0030-5','["58", "79", "78", "76"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0031-1','["Laparoscopic with vaginal help, over 250 g, tubes and ovary included", "Total laparoscopic, over 250 g, tubes and ovary included", "Total laparoscopic, over 250 g; tubes and ovary added to it", "Supracervical laparoscopic, over 250 g, tubes and ovary included"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0031-2','["Neither of them", "Both, with modifier 59", "The appendix only", "The cystoscopy only"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0031-3','["D25.0, D25.1, D27.1", "D25.9, D27.0", "D25.0, D25.1, N83.201", "D25.0, D25.1, D27.0"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0031-4','["The final examination alone, with the frozen blocks in it", "First frozen block, a further one, and the final examination", "First frozen block twice, one for each, and the final examination", "First frozen block and one further block, and nothing else"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0001-1','["Intermediate: face 4.5 cm; simple: forearm and hand 9.5 cm", "Intermediate: face and hand 8.0 cm; simple: forearm 6.0 cm", "Intermediate: 2.8 cm and 1.7 cm; simple: 6.0 cm and 3.5 cm", "Intermediate: face 4.5 cm, hand 3.5 cm; simple: forearm 6.0 cm"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0001-2','["S01.81XA, S01.412A, S51.811A, S61.411A, S80.212A", "S01.81XA, S01.412A, S51.811A, S61.411A", "S51.811A, S01.81XA, S01.412A, S61.411A, S80.212A", "S01.91XA, S01.412A, S51.811A, S61.411A, S80.212A"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0001-3','["W01.110A, Y92.017, Y93.H1, Y99.8", "W25.XXXA, Y92.017, Y93.H1, Y99.8", "Y92.017, W01.110A, Y93.H1, Y99.8", "W01.110A, Y92.017, Y93.H2, Y99.0"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0001-4','["The more complicated class first; 25 on the less complicated", "The more complicated class first; 59 on the less complicated", "The longest wound first, whatever its class; 59 on the others", "The less complicated class first; 59 on the more complicated"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0002-1','["Adjacent tissue transfer of 9.0 sq cm, and the excision", "Malignant excision of 2.0 cm, and a complex repair", "Adjacent tissue transfer of 4.0 sq cm, and nothing else", "Adjacent tissue transfer of 9.0 sq cm, and nothing else"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0002-2','["Malignant, 2.0 cm; the closure is included", "Malignant, 1.7 cm; intermediate repair of 4.5 cm", "Malignant, 2.0 cm; intermediate repair of 4.5 cm", "Malignant, 1.5 cm; intermediate repair of 4.5 cm"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0002-3','["Shaving of a lesion, 0.6 cm", "Tangential biopsy of one lesion", "Destruction of one benign lesion", "Benign excision, 0.6 cm, no closure"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0002-4','["C44.310, C44.622, L82.1", "C44.319, C44.622, L82.1", "C44.319, C44.629, L82.1", "C44.319, C44.622, L82.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0002-5','["Z85.828; modifier 58", "C44.622; modifier 78", "C44.622; modifier 58", "C44.622; modifier 79"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0003-1','["Two codes: meniscectomy, and synovectomy with 59", "Two codes: meniscectomy, and cartilage work with 59", "One code: medial meniscectomy, cartilage work included", "Two codes: diagnostic arthroscopy, and meniscectomy"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0003-2','["S83.241A, M22.41", "S83.231D, M22.41", "M23.221, M22.41", "S83.231A, M22.41"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0003-3','["RT on the arthroscopy, LT on the injection", "50 on the injection, RT on the arthroscopy", "No way: an injection is part of any arthroscopy", "25 on the injection, RT on the arthroscopy"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0003-4','["J3301, 40 units, one for each milligram", "Nothing, since the hospital supplied the drug", "J3301, 4 units, as the surgeon injected it", "J3301, 4 units, with 26 for the injecting"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0003-5','["No, the anesthesiologist reports it in the surgeon''s place", "No, pain control by the surgeon is in the global package", "Yes, as a joint injection on the right with modifier 59", "Yes, as the operation itself with modifier 47 added"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0004-1','["Snare removal, two units; submucosal injection", "Snare removal; biopsy with 59; the lift is included", "Snare removal alone, as the largest service", "Snare removal; submucosal injection; biopsy with 59"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0004-2','["Z12.11, D12.0, D12.5, K57.30, Z80.0", "Z12.11, D12.0, K63.5, K57.30, Z80.0", "Z12.11, K63.5, K57.30, Z80.0", "D12.0, Z12.11, K63.5, K57.30, Z80.0"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0004-3','["53", "25", "33", "PT"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0004-4','["First 15 minutes, and one further unit", "First 15 minutes, and no further unit", "First 15 minutes, and two further units", "Nothing, as colonoscopy includes it"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0005-1','["4 cm: the larger hole, which stands for both of them", "4 cm and 2 cm: each hole with a code of its own", "6 cm: the lengths of both holes, added together", "9 cm: both holes and the bridge between them"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0005-2','["Recurrent, incarcerated; new mesh added", "Recurrent, incarcerated; old mesh removal added", "Initial, incarcerated; old mesh removal added", "Recurrent, reducible, and recurrent, incarcerated"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0005-3','["K43.0, K40.91", "K43.9, K40.90", "K43.0, K40.90", "K43.2, K40.90"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0005-4','["On its own line with RT; the mesh is inside", "On its own line with RT; the mesh is added", "Not at all, as one code covers all hernias", "In the total defect size of the scar repair"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0005-5','["As modifier 22 on the repair itself", "As lysis of adhesions, modifier 59", "As lysis of adhesions, modifier 51", "Not at all, as part of the repair"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0006-1','["Lithotripsy with stent, one code, LT", "Lithotripsy, and stent insertion, each LT", "Lithotripsy with stent, and cystoscopy, LT", "Lithotripsy with stent, and basket removal, LT"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0006-2','["Biopsy alone, as the bleeding was only stopped", "Biopsy, and fulguration of a minor lesion", "Fulguration of a minor lesion, biopsy included", "Fulguration of a small tumor, biopsy included"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0006-3','["N20.1, N13.30", "N20.1", "N13.2", "N13.6"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0006-4','["Stent removal by cystoscopy, no global modifier", "Stent removal by cystoscopy, with modifier 58", "Not at all, as insertion includes the removal", "Stent removal by cystoscopy, with modifier 78"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0006-5','["C2625", "C1876", "C1877", "C2617"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-1','["One vertebra and two additional", "One interspace and one additional", "One interspace, as the second is included", "Two interspaces, each one with modifier 50"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-2','["Segmental, counted as six screws", "Not at all, as the fusion includes them", "Nonsegmental, held at the two ends", "Segmental, across three segments"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-3','["Local autograft, one add-on", "Nothing, since the bone comes from the same wound", "Local autograft, one add-on for each interspace", "Autograft through a separate incision, one add-on"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-4','["One segment alone, since it is one incision", "Not at all, since the fusion includes it", "One segment and one additional, each with 50", "One segment and one additional, without 50"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-5','["M43.16, M43.16, M48.062", "M43.16, M48.061", "M43.16, M48.062", "Q76.2, M48.062"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0007-6','["G96.11 is coded, the repair is not reported", "G97.41 is coded, the repair is not reported", "G97.41 is coded, the repair is reported with 59", "No code, since the tear was mended at once"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0008-1','["Ordinary extraction with lens, modifier 22", "Complex extraction, and lens insertion", "Ordinary extraction, and an iris procedure", "Complex extraction with lens, one code"]',3,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0008-2','["H25.13, H21.81, T44.6X5A", "H25.11, H21.81, T44.6X5A", "H25.11, H21.81, T44.6X1A", "H25.11, T44.6X5A, H21.81"]',1,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0008-3','["RT, 54 and 79", "RT, 55 and 79", "RT and 58", "RT, 54 and 78"]',0,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0008-4','["An office visit each time, with 24", "The code of the operation, with 54", "The code of the operation, with 55", "The code of the operation, with 56"]',2,'2026-11-23 14:00:01.000000');
INSERT INTO "item_key" VALUES('note-0008-5','["V2632", "C1780", "V2788", "V2787"]',2,'2026-11-23 14:00:01.000000');
CREATE TABLE learner (
	id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	push_minute INTEGER NOT NULL, 
	daily BOOLEAN DEFAULT 0 NOT NULL, 
	exam_on DATE, 
	pace VARCHAR(8), 
	next_push_at DATETIME, 
	pushed_on DATE, daily_since DATETIME, push_days INTEGER DEFAULT '127' NOT NULL, hour_learned BOOLEAN DEFAULT 0 NOT NULL, usual_minute INTEGER, paused_until DATE, quiet_from INTEGER DEFAULT '1320' NOT NULL, quiet_to INTEGER DEFAULT '480' NOT NULL, reminders BOOLEAN DEFAULT 1 NOT NULL, remind_minute INTEGER, reminded_on DATE, news BOOLEAN DEFAULT 1 NOT NULL, snoozed_until DATETIME, counted_down_on DATE, seen_on DATE, farewell_on DATE, moved_on DATE, goal INTEGER DEFAULT '1' NOT NULL, streak INTEGER DEFAULT '0' NOT NULL, longest INTEGER DEFAULT '0' NOT NULL, freezes INTEGER DEFAULT '0' NOT NULL, freeze_steps INTEGER DEFAULT '0' NOT NULL, settled_on DATE, streaks_hidden BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_learner PRIMARY KEY (id)
);
INSERT INTO "learner" VALUES(1,'2026-11-22 15:00:00.000000','America/Chicago',480,1,NULL,NULL,'2026-11-24 02:00:00.000000','2026-11-23','2026-11-22 15:00:00.000000',127,0,NULL,NULL,1320,480,1,NULL,NULL,1,NULL,NULL,'2026-11-22',NULL,NULL,1,1,1,0,1,'2026-11-22',0);
INSERT INTO "learner" VALUES(2,'2026-11-22 15:00:00.000000','America/New_York',540,1,NULL,NULL,'2026-11-24 14:00:00.000000','2026-11-23','2026-11-22 15:00:00.000000',127,0,NULL,NULL,1320,480,1,NULL,NULL,1,NULL,NULL,'2026-11-22',NULL,NULL,1,0,0,0,0,NULL,0);
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
	error TEXT, message VARCHAR(64), lane INTEGER DEFAULT '2' NOT NULL, sent_at DATETIME, 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT uq_post_key UNIQUE ("key"), 
	CONSTRAINT fk_post_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "post" VALUES(1,'daily:1:2026-11-23',1,'test','ana',NULL,'{"text": "**Today''s question** \u00b7 Anesthesia \u00b7 medium\n\nAn anesthesiologist medically directs three rooms with CRNAs. During these cases she also attends to something else. Which other activity leaves the medical direction intact?\n\nA  Giving all of the anesthesia in a fourth room\nB  Sitting through a meeting across the campus\nC  Holding her pain clinic in a nearby building\nD  Checking a patient out of the recovery room", "choices": [["A", "/answer 2 1 A", null], ["B", "/answer 2 1 B", null], ["C", "/answer 2 1 C", null], ["D", "/answer 2 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Later", "/snooze 60", null], ["Stop these", "/stop daily", null]], "about": ["daily/2026-11-23", "question/anes-0124"], "facts": {"area": "anesthesia", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 04:00:00.000000',NULL,0,NULL,NULL,2,NULL);
INSERT INTO "post" VALUES(2,'daily:2:2026-11-23',2,'test','ben',NULL,'{"text": "**Today''s question** \u00b7 Anesthesia \u00b7 medium\n\nAn anesthesiologist medically directs three rooms with CRNAs. During these cases she also attends to something else. Which other activity leaves the medical direction intact?\n\nA  Giving all of the anesthesia in a fourth room\nB  Checking a patient out of the recovery room\nC  Holding her pain clinic in a nearby building\nD  Sitting through a meeting across the campus", "choices": [["A", "/answer 3 1 A", null], ["B", "/answer 3 1 B", null], ["C", "/answer 3 1 C", null], ["D", "/answer 3 1 D", null], ["Look something up", "/code ", "Which code or words shall I look up?"], ["Later", "/snooze 60", null], ["Stop these", "/stop daily", null]], "about": ["daily/2026-11-23", "question/anes-0124"], "facts": {"area": "anesthesia", "kind": "daily", "number": 1, "of": 1}}','pending','2026-11-23 14:00:01.000000','2026-11-24 03:00:00.000000',NULL,0,NULL,NULL,2,NULL);
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
	shown_at DATETIME NOT NULL, 
	CONSTRAINT pk_round PRIMARY KEY (id), 
	CONSTRAINT uq_round_learner_id_kind_day UNIQUE (learner_id, kind, day), 
	CONSTRAINT fk_round_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "round" VALUES(1,1,'daily',NULL,'2026-11-22','[["dige-0004", [0, 1, 3, 2]]]',1,0,'2026-11-22 15:00:00.000000','2026-11-22 15:05:00.000000');
INSERT INTO "round" VALUES(2,1,'daily',NULL,'2026-11-23','[["anes-0124", [2, 1, 0, 3]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000');
INSERT INTO "round" VALUES(3,2,'daily',NULL,'2026-11-23','[["anes-0124", [2, 3, 0, 1]]]',1,1,'2026-11-23 14:00:01.000000','2026-11-23 14:00:01.000000');
INSERT INTO "round" VALUES(4,1,'quiz',NULL,NULL,'[["case-0151", [2, 0, 1, 3]], ["case-0145", [3, 2, 0, 1]], ["geni-0123", [3, 0, 1, 2]]]',1,1,'2026-11-22 15:09:00.000000','2026-11-22 15:09:00.000000');
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
CREATE INDEX ix_inbox_state ON inbox (state, id);
CREATE INDEX ix_link_learner_id ON link (learner_id);
CREATE INDEX ix_post_state_lane_due_at ON post (state, lane, due_at);
CREATE INDEX ix_post_state_expires_at ON post (state, expires_at);
CREATE INDEX ix_outage_end_at ON outage (end_at);
CREATE INDEX ix_attempt_question ON attempt (question);
COMMIT;
