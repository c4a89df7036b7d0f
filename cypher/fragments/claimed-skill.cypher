// The skill of a claim, without labels.
skill: skill {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, labels: []}
