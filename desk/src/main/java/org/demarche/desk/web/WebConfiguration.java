package org.demarche.desk.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How pages are found and in which language they speak. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final Gate gate;

  WebConfiguration(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
  }

  @Bean
  static LocaleResolver localeResolver() {
    return new VisitorLocale();
  }

  /** Refuses to start with a route that does not say what it requires. */
  @Bean
  static SmartInitializingSingleton routesSayWhatTheyRequire(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    return () ->
        routes.getHandlerMethods().values().stream()
            .filter(m -> m.getBeanType().getName().startsWith("org.demarche."))
            .forEach(Gate::needed);
  }

  /** The languages of the interface: for one more, a file of messages and a line here. */
  static List<Locale> languages() {
    return List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"));
  }
}
