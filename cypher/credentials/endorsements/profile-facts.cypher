// Who is this organisation, as an issuer or endorser?
MATCH (organization:Organization {id: $organizationId})
WHERE organization.did IS NOT NULL
RETURN organization.did AS did, organization.name AS name, organization.url AS url
