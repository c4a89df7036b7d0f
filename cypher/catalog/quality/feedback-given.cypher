// Was feedback given with the credential that this stands for?
RETURN EXISTS { (:Feedback {once: $once}) } AS given
