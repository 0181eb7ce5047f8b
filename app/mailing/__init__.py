"""Letters and mails to the guests of a reception: written, put on paper, sent.

It stands above briefings, whose paper it prints, and below the command line.
"""
