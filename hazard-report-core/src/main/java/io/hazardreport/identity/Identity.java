package io.hazardreport.identity;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.NotNull;

/**
 * Who somebody is; only ever kept sealed. Its {@code toString} says nothing.
 *
 * @param contact phone or the like; may be empty
 */
public record Identity(
        @NotNull(message = "report.field-missing") PersonId person,
        @JsonSetter(nulls = AS_EMPTY) String name,
        @JsonSetter(nulls = AS_EMPTY) String contact) {

    public static Identity of(String person, String name) {
        return new Identity(PersonId.of(person), name, "");
    }

    Payload payload() {
        return Payload.builder()
                .put("person", person.value())
                .put("name", name)
                .put("contact", contact)
                .build();
    }

    static Identity from(Payload payload) {
        return new Identity(PersonId.of(payload.required("person")), payload.string("name"), payload.string("contact"));
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
