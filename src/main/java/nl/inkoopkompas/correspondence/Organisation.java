package nl.inkoopkompas.correspondence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes the letters.
 *
 * @param email the address that mails come from and that answers go to
 * @param example whether these are invented values, which letters then say
 */
@ConfigurationProperties("inkoopkompas.organisation")
public record Organisation(
        @DefaultValue("Voorbeeldregio, inkoop jeugd en Wmo") String name,
        @DefaultValue("Voorbeeldstraat 1") String address,
        @DefaultValue("1234 AB Voorbeeldstad") String place,
        @DefaultValue("Team inkoop") String contact,
        @DefaultValue("inkoop@voorbeeldregio.example") String email,
        @DefaultValue("true") boolean example) {}
