# lead
