use std::error::Error;
use std::io;

use rustls::{AlertDescription, CertificateError, Error as TlsError};

/// Why a certificate was not accepted and what to do about it, if that is the cause of an error.
pub(super) fn certificate_failure(error: &(dyn Error + 'static)) -> Option<&'static str> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref() {
            return explained(error);
        }
        // The source of an I/O error is that of the error that it holds.
        let held = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        cause = held.map_or_else(|| error.source(), |held| Some(held));
    }
    None
}

fn explained(error: &TlsError) -> Option<&'static str> {
    match error {
        TlsError::InvalidCertificate(problem) => Some(invalid(problem)),
        TlsError::NoCertificatesPresented => Some("the server shows no certificate"),
        TlsError::AlertReceived(alert) => refused(*alert),
        _ => None,
    }
}

fn invalid(problem: &CertificateError) -> &'static str {
    match problem {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the certificate of the server has expired"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate of the server is not valid yet; check the clock of this machine"
        }
        CertificateError::Revoked => "the certificate of the server is revoked",
        CertificateError::UnknownIssuer => {
            "the issuer of the certificate of the server is not trusted; add it as a root \
             certificate of the transport if it should be"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate of the server is for another host"
        }
        CertificateError::BadSignature => "the signature of the server's certificate is wrong",
        _ => "the certificate of the server is not valid",
    }
}

/// Alerts that servers send about a client certificate.
fn refused(alert: AlertDescription) -> Option<&'static str> {
    match alert {
        AlertDescription::CertificateRequired => {
            Some("the server requires a client certificate; set the identity of the transport")
        }
        AlertDescription::BadCertificate
        | AlertDescription::UnsupportedCertificate
        | AlertDescription::CertificateRevoked
        | AlertDescription::CertificateExpired
        | AlertDescription::CertificateUnknown
        | AlertDescription::UnknownCA
        | AlertDescription::AccessDenied => {
            Some("the server refuses the client certificate of the transport")
        }
        _ => None,
    }
}
