// What reviews, proposals and feedback are found by; badges whose review is overdue are listed in the order they fell due.
CREATE CONSTRAINT review_policy_id IF NOT EXISTS FOR (n:ReviewPolicy) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT review_part_id IF NOT EXISTS FOR (n:ReviewPart) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT review_finding_id IF NOT EXISTS FOR (n:ReviewFinding) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_proposal_id IF NOT EXISTS FOR (n:ChangeProposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT comment_id IF NOT EXISTS FOR (n:Comment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT feedback_id IF NOT EXISTS FOR (n:Feedback) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT feedback_once IF NOT EXISTS FOR (n:Feedback) REQUIRE n.once IS UNIQUE;
CREATE INDEX badge_by_next_review IF NOT EXISTS FOR (n:Badge) ON (n.nextReviewAt, n.id);
CREATE INDEX review_by_due IF NOT EXISTS FOR (n:Review) ON (n.dueAt, n.id);
