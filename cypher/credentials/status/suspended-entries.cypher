// Which entries of this status list are set only for the time being?
MATCH (:StatusList {id: $listId})<-[listed:LISTED_IN]-(:Credential {status: 'SUSPENDED'})
RETURN listed.index AS index
