"""Long runs: very many histories, and real devices on a real server that is ill-treated."""
