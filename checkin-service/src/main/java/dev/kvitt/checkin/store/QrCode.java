package dev.kvitt.checkin.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A printed code and how far it has come at Vipps. The row is written before Vipps is called. */
@Entity
// Others may change what is not changed here.
@DynamicUpdate
@Table(name = "qr_code")
public class QrCode extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String msn;

    /** The {@code merchantQrId}, unique in its sales unit. */
    @Column(name = "qr_id")
    public String qrId;

    @Column(name = "till_id")
    public String tillId;

    /** What the customer's app shows, 1 to 36 characters. */
    public String location;

    /** The page that a redirect code opens; absent for a callback code. */
    public String target;

    @Enumerated(EnumType.STRING)
    public QrCodeState state;

    /** Since when no till of the registry has it; absent while one has. */
    @Column(name = "missing_since")
    public Instant missingSince;

    /** An old printed MobilePay code, which is mapped and not made. */
    @Column(name = "mobile_pay")
    public boolean mobilePay;

    /** What a comparison has found last: {@code GONE} or {@code MOVED}; absent before the first. */
    public String drift;

    @Column(name = "drifted_at")
    public Instant driftedAt;

    /** Why Vipps refused it last; absent since it has taken it. */
    public String refusal;

    /** To be deleted at Vipps at once: somebody has ordered it. */
    @Column(name = "delete_now")
    public boolean deleteNow;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public boolean isRedirect() {
        return target != null;
    }

    /** What Vipps keeps with its id. */
    public String keptAtVipps() {
        return isRedirect() ? target : location;
    }
}
