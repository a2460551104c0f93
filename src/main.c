/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/cmd.h"

int main(int argc, char **argv)
{
	return cmd_main(argc, argv);
}
