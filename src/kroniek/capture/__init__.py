"""Getting reports in, unaltered: from files, folders, standard input and web archives to documents.

Everything here is untrusted: sizes, memory and time are limited, and HTML and PDF are taken apart in a child process.
"""
