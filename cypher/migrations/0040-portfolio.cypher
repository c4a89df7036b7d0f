// Credentials from elsewhere, portfolios and validations of supervisors are found by id.
CREATE CONSTRAINT foreign_credential_id IF NOT EXISTS FOR (n:ForeignCredential) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT portfolio_id IF NOT EXISTS FOR (n:Portfolio) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT validation_id IF NOT EXISTS FOR (n:Validation) REQUIRE n.id IS UNIQUE;
