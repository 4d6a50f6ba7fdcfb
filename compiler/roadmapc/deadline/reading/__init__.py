"""Words to items: each reader knows one form of words.

`items` asks them; `clock`, `events`, `exceptions` and `terms` know what stands about dates, `moments` and
`periodicity` dates and how often they come, `parts` and `years` what dates are made of, `numbers` and
`tails` what is the same in all, `cursor` where the reader stands.
"""
