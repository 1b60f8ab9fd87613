/** The job: from files to a batch of events and failures. Begin at {@code CodingJob}. */
package org.demarche.cluster.job;
