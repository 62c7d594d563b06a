/// What an authority says once of all its grants, as its file of defaults has it.
public enum GrantDefaults {
  /// The key `scdl-subventions` with what each row needs beside the act; no line end behind it.
  public static let yaml = """
    scdl-subventions:
      idAttribuant: "21860194600013"
      dateConvention: "{date}"
      nature: aide en numéraire
      conditionsVersement: unique
      datesPeriodeVersement: "{year}-01-01/{year}-12-31"
      notificationUE: non
      pourcentageSubvention: "1.00"
    """
}
