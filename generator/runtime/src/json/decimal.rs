//! Exact numbers as the decimals of `rust_decimal`.

use rust_decimal::Decimal;

use super::Number;
use crate::format::ConvertError;

impl TryFrom<&Number> for Decimal {
    type Error = ConvertError;

    /// The same number, with the zeros after the point that it came with.
    ///
    /// A number of more digits than a decimal holds, about 28, is refused rather than rounded.
    fn try_from(number: &Number) -> Result<Self, ConvertError> {
        let wanted = "a number that a decimal holds";
        number.with_text(|text| {
            let read = if text.contains(['e', 'E']) {
                Self::from_scientific(text)
            } else {
                Self::from_str_exact(text)
            };
            let decimal = read.map_err(|reason| ConvertError::new(text, wanted, reason))?;
            if Number::from(decimal) == *number {
                Ok(decimal)
            } else {
                Err(ConvertError::new(text, wanted, "it has too many digits"))
            }
        })
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self::from_grammatical(&decimal.to_string())
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::json::Number;

    fn decimal(text: &str) -> Result<String, String> {
        let number: Number = text.parse().unwrap();
        number.to::<Decimal>().map(|value| value.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_number_becomes_the_same_decimal_or_none() {
        assert_eq!(decimal("1.10").as_deref(), Ok("1.10"));
        assert_eq!(decimal("-12E-3").as_deref(), Ok("-0.012"));
        assert_eq!(decimal("5e3").as_deref(), Ok("5000"));
        assert_eq!(
            decimal("79228162514264337593543950335").as_deref(),
            Ok("79228162514264337593543950335")
        );
        assert_eq!(
            decimal("0.12345678901234567890123456789012345"),
            Err("\"0.12345678901234567890123456789012345\" is not a number that a decimal holds: Number has a high precision that can not be represented.".to_owned())
        );
        assert!(decimal("1e400").is_err());
        assert!(decimal("1.2345678901234567890123456789012345e-5").is_err());
    }

    #[test]
    fn a_decimal_is_sent_as_it_is_written() {
        let number = Number::from(Decimal::new(1230, 3));
        assert_eq!(number.to_string(), "1.230");
    }
}
