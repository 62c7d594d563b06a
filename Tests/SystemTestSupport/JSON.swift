/// Tests read the JSON of the program with the program's own values.
@_exported public import JSONModel
