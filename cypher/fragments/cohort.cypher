RETURN cohort {.id, .name, .startsAt, .endsAt, organizationId: organization.id, unitId: unit.id} AS cohort
