//! The range of integers in a schema.

use super::merge::Merged;
use crate::ir::{Bounds, Constraint};

/// The limits of `i64` and `u64` after a tool has rounded them to 64-bit floats.
const ROUNDED_I64: i128 = 9_223_372_036_854_776_000;
const ROUNDED_U64: i128 = 18_446_744_073_709_552_000;

/// The smallest type that holds every admitted integer.
///
/// A format narrower than 64 bits does not narrow the type: a server that outgrows it must not
/// break decoding.
pub(super) fn bounds(merged: &Merged) -> Bounds {
    let unsigned =
        merged.formats.iter().any(|format| matches!(format.as_str(), "uint64" | "unsigned-int64"));
    let (Ok(least), Ok(most)) =
        (limit(least(&merged.constraints)), limit(most(&merged.constraints)))
    else {
        return Bounds::Unbounded;
    };
    let fits = |limit: Option<i128>, bound: i128| {
        limit.is_none_or(|value| (-bound..=bound).contains(&value))
    };
    match (least, most) {
        _ if unsigned && least.is_none_or(|least| least >= 0) => Bounds::U64,
        _ if fits(least, ROUNDED_I64) && fits(most, ROUNDED_I64) => Bounds::I64,
        (Some(0..), _) if fits(most, ROUNDED_U64) => Bounds::U64,
        _ => Bounds::I128,
    }
}

fn least(constraints: &[Constraint]) -> Option<&str> {
    constraints.iter().find_map(|one| match one {
        Constraint::Minimum(value) | Constraint::ExclusiveMinimum(value) => Some(&**value),
        _ => None,
    })
}

fn most(constraints: &[Constraint]) -> Option<&str> {
    constraints.iter().find_map(|one| match one {
        Constraint::Maximum(value) | Constraint::ExclusiveMaximum(value) => Some(&**value),
        _ => None,
    })
}

/// A limit as an integer, rounded towards zero; `Err` if it exceeds 128 bits.
fn limit(text: Option<&str>) -> Result<Option<i128>, ()> {
    let Some(text) = text else { return Ok(None) };
    if let Ok(value) = text.parse::<i128>() {
        return Ok(Some(value));
    }
    let value = text.parse::<f64>().map_err(|_| ())?;
    // Beyond 2^127 a float has no fraction and does not fit an `i128`.
    if value.abs() >= 1.7e38 {
        return Err(());
    }
    format!("{:.0}", value.trunc()).parse().map(Some).map_err(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(minimum: Option<&str>, maximum: Option<&str>, format: &str) -> Bounds {
        let least = minimum.map(|value| Constraint::Minimum(value.to_owned()));
        let most = maximum.map(|value| Constraint::Maximum(value.to_owned()));
        bounds(&Merged {
            constraints: least.into_iter().chain(most).collect(),
            formats: vec![format.to_owned()],
            ..Merged::default()
        })
    }

    #[test]
    fn a_narrow_format_does_not_narrow_the_type() {
        assert_eq!(of(Some("0"), Some("255"), "int32"), Bounds::I64);
    }

    #[test]
    fn limits_that_a_float_rounded_still_mean_64_bits() {
        assert_eq!(
            of(Some("-9223372036854776000"), Some("9223372036854776000"), "int64"),
            Bounds::I64
        );
        assert_eq!(of(Some("0"), Some("18446744073709552000"), "int64"), Bounds::U64);
    }

    #[test]
    fn larger_limits_take_larger_types() {
        assert_eq!(of(None, None, "uint64"), Bounds::U64);
        assert_eq!(of(Some("-1"), Some("1e20"), ""), Bounds::I128);
        assert_eq!(of(None, Some("1e40"), ""), Bounds::Unbounded);
    }
}
