package org.demarche.desk.feed;

import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Archive;
import org.demarche.coder.code.Coder;
import org.springframework.stereotype.Component;

/** Codes what comes in while the desk is open. Loaded when it is first needed. Thread-safe. */
@Component
public final class DeskIntake {
  private final Archive archive;
  private Intake intake;

  public DeskIntake(Archive archive) {
    this.archive = archive;
  }

  /** Takes some seconds the first time. */
  public synchronized Intake get() {
    if (intake == null) {
      intake = new Intake(archive, Coder.create());
    }
    return intake;
  }
}
