package org.demarche.desk.start;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What Spring puts together: everything under {@code org.demarche.desk}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("org.demarche.desk")
class DeskApplication {}
