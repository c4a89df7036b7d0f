// Whether the database answers at all.
RETURN true AS answers
