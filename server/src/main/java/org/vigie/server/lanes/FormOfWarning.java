package org.vigie.server.lanes;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.exchange.openrosa.WarningForm;

/// The one form of a warning: telephones with ODK Collect and the page of the form have the same
/// questions.
@Configuration(proxyBeanMethods = false)
class FormOfWarning {

    @Bean
    WarningForm warningForm() throws IOException {
        return WarningForm.own();
    }
}
