package dev.kvitt.gateway.store;

import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.RegistrationState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code registration}; the migration says what each column means. */
@Entity
@Table(name = "registration")
public class Registration {

    @Id
    public UUID id;

    public String msn;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String token;

    public String url;

    @Enumerated(EnumType.STRING)
    public RegistrationState state;

    @Column(name = "vipps_id")
    public String vippsId;

    @Column(name = "sealed_secret")
    public String sealedSecret;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "registered_at")
    public Instant registeredAt;

    @Column(name = "retired_at")
    public Instant retiredAt;

    /** Without token, URL and secret. */
    @Override
    public String toString() {
        return "Registration[" + id + ", " + msn + ", " + kind + ", " + state + "]";
    }
}
