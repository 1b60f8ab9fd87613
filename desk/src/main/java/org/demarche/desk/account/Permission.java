package org.demarche.desk.account;

/** What a route asks of who calls it. */
public enum Permission {
  /** Nothing: logging in, registering, resetting a password. */
  PUBLIC,
  /** Reading; everybody's where the desk is open to read, else that of accounts. */
  READ,
  /** One's own account. */
  OWN,
  /** Rating and commenting. */
  REACT,
  /** Confirming, rejecting, changing and adding events. */
  CORRECT,
  /** Taking gold out. */
  EXPORT,
  /** Deleting what others have written. */
  MODERATE,
  /** Following feeds, and what failed of them. */
  FEEDS,
  /** Accounts, invitations, settings. */
  ADMINISTER
}
