// End a campaign of an organisation now, and with it the consents within it; one that ended earlier keeps its time.
MATCH (:Organization {id: $organizationId})-[:RUNS]->(campaign:Campaign {id: $id})
SET campaign.endsAt = CASE WHEN campaign.endsAt > $now THEN $now ELSE campaign.endsAt END
WITH campaign
CALL (campaign) {
  MATCH (consent:Consent)-[:WITHIN]->(campaign)
  WHERE consent.expiresAt > campaign.endsAt
  SET consent.expiresAt = campaign.endsAt
}
RETURN campaign.id AS id
