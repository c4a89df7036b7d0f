// Vacancies are found by id and listed newest first.
CREATE CONSTRAINT vacancy_id IF NOT EXISTS FOR (n:Vacancy) REQUIRE n.id IS UNIQUE;
CREATE INDEX vacancy_by_opening IF NOT EXISTS FOR (n:Vacancy) ON (n.opensAt, n.id);
