// All mutations remember their requests in one place, so a credential needs no request key of its own.
DROP CONSTRAINT credential_request IF EXISTS;
