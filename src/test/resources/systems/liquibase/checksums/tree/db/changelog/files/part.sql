select word from words where word = '${everywhere}'
