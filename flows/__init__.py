"""The whole way as one Prefect flow: sources → document → mentions → facts → tables → expectations → release.

What comes in are SOURCE strings (files, folders, globs, stores, wikis, dumps); what goes out is a release in a folder
or store, or an error of `parsers.errors`. Imported by nothing of the project; imports every stage. Importing this
package sets what Prefect reads from the environment when it is imported itself.
"""

from flows.settings import configure

configure()
