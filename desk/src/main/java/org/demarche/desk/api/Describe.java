package org.demarche.desk.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of a route or of one of its parameters. */
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Describe {
  /** In words. */
  String value();

  /** Of a route: the schema of what it answers; empty where that is no JSON. */
  String answers() default "";

  /** Of a route: the schema of what it takes; empty where it takes nothing. */
  String takes() default "";

  /** Of a route: the status it answers with. */
  int status() default 200;

  /** Of a parameter: an example. */
  String example() default "";

  /** Of a parameter: the format of its words, as JSON Schema names it. */
  String format() default "";

  /** Of a parameter: the words it may be. */
  String[] oneOf() default {};
}
