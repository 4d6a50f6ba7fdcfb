"""Questions over the plans of a region, asked of the records that builds have left: decision 0050."""
